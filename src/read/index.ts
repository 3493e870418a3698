/**
 * `zhengce/node`: reading policy files and folders. Node only.
 *
 * @module
 */
export { type DecodedText, decodeText, type TextEncoding } from './decode-text';
export type { FileFormat } from './file-formats';
export {
  type ListedPolicyFile,
  type ListPolicyFilesOptions,
  listPolicyFiles,
  listSurveyedFiles,
  type PolicyFile,
  type PolicyFileList,
} from './list-policy-files';
export type { SkippedEntry, SkipReason } from './passed-over';
export type { PathPatterns } from './path-filter';
export { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits';
export { type ReadPolicyFileOptions, readPolicyFile } from './read-policy-file';
export {
  type ReadFailure,
  type ReadPolicyFolderOptions,
  type ReadSuccess,
  readListedFile,
  readPolicyFolder,
} from './read-policy-folder';
export {
  findReadBlock,
  type PolicyFileFormat,
  type ReadBlock,
  type ReadBlockKind,
  type ReadContent,
  type ReadMetadata,
  type ReadResult,
} from './read-result';
export {
  DEFAULT_MAX_SNAPSHOT_BYTES,
  type ReadSnapshotFileOptions,
  readSnapshotFile,
  writeSnapshotFile,
} from './snapshot-file';
export { createFileSniffer, type FileSniffer } from './sniff-file';
export {
  type ListFailure,
  type PolicySurvey,
  type SurveyedFile,
  surveyPolicyFiles,
} from './walk-folders';
