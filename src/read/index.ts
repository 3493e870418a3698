/**
 * `zhengce/node`: reading policy files and folders. Node only.
 *
 * @module
 */
export { decodeText, type DecodedText, type TextEncoding } from './decode-text';
export { listPolicyFiles, type PolicyFile, type PolicyFileList } from './list-policy-files';
export {
  DEFAULT_MAX_BYTES, type PolicyFileFormat, readPolicyFile, type ReadPolicyFileOptions, type ReadResult,
} from './read-policy-file';
export { type ReadFailure, readListedFile, readPolicyFolder, type ReadSuccess } from './read-policy-folder';
