/** The reader of BPMN, as far as it is used: it brings no types of its own with its main entry. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    /** @throws Error where the text is no XML or no BPMN */
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: readonly { message: string }[] }>;
  }
}
