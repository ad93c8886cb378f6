import type { Pointer, Text } from '#core/flow/types.ts';

/** What was wrong with one field, in words of core/form. */
export type FieldRefusal = { pointer: Pointer; code: string; message: Text };

/** Why a command was not accepted. `code` is stable; `message` says what is wrong and how to mend it, in uk and en. */
export type Refusal = {
  code: RefusalCode;
  message: Text;
  /** Which part of the command: `/action`, `/form/person/rnokpp`. */
  pointer?: Pointer;
  /** For `invalidData`: every field. */
  fields?: FieldRefusal[];
};

export type RefusalCode =
  | 'unknownCase'
  | 'caseExists'
  | 'notAllowed'
  | 'notYourTask'
  | 'ownCase'
  | 'fourEyes'
  | 'unknownPlace'
  | 'wrongPlace'
  | 'unknownAction'
  | 'notClaimed'
  | 'claimedByOther'
  | 'reasonNeeded'
  | 'groundsNeeded'
  | 'unknownGround'
  | 'marksNeeded'
  | 'unknownMark'
  | 'fieldNotOpen'
  | 'tooOften'
  | 'invalidData'
  | 'tooLarge'
  | 'fileNotScanned'
  | 'fileInfected'
  | 'unknownFile'
  | 'unknownDocument'
  | 'mayNotApply'
  | 'through'
  | 'represents'
  | 'notIdentified'
  | 'assurance'
  | 'late'
  | 'ended'
  | 'erased'
  | 'notExpired'
  | 'legalHold'
  | 'noExtension'
  | 'definitionFault'
  | 'otherVersion'
  | 'notMapped'
  | 'staysBehind'
  | 'effectOutstanding'
  | 'notReached'
  | 'unknownCommand';
