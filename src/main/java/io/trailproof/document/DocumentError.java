package io.trailproof.document;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Message;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;

/** What is wrong with a document, whatever it is about. */
enum DocumentError implements Code {
  UNREADABLE(Message.error("unreadable-input", "cannot be read")),
  TOO_LARGE(Message.error("too-large", "larger than %s MiB")),
  EMPTY(Message.error("empty-document", "there is nothing in this file")),
  TOO_DEEP(Message.error("too-deep", "nested more than %s levels deep")),

  CUT_SHORT(
      Message.error(
          "invalid-json",
          "the JSON ends before it is complete",
          "the file may have been cut short while it was written or copied")),
  AFTER_THE_END(
      Message.error(
          "invalid-json",
          "something follows the end of the JSON document",
          "redirect standard output alone (`terraform show -json tfplan > plan.json`); for"
              + " hashicorp/setup-terraform set `terraform_wrapper: false`")),
  SECOND_DOCUMENT(
      Message.error(
          "invalid-json",
          "something follows the end of the JSON document",
          "several documents stand in this file: write each to a file of its own, or of several"
              + " plans each on a line of its own, as `jq -c .` does")),
  UNEXPECTED(Message.error("invalid-json", "unexpected %s, expected %s")),
  NOTHING_TO_CLOSE(Message.error("invalid-json", "this closes what was not opened")),
  COMMENT(Message.error("invalid-json", "JSON has no comments")),
  NO_JSON_VALUE(Message.error("invalid-json", "not a JSON value")),
  NO_NUMBER(Message.error("invalid-json", "not a number")),
  NO_JSON_NUMBER(Message.error("invalid-json", "only JSON's own numbers are allowed")),
  LONG_NUMBER(Message.error("invalid-json", "a number of more than %s digits")),
  NO_ESCAPE(Message.error("invalid-json", "no such escape in a string")),
  RAW_CONTROL_CHARACTER(
      Message.error("invalid-json", "a line break or control character in a string")),
  NOT_UTF8(Message.error("invalid-json", "not UTF-8 text")),
  BEYOND_LIMITS(Message.error("invalid-json", "beyond the limits that protect this reader")),
  NOT_THE_SHAPE(Message.error("unexpected-json", "expected %s here")),

  NOT_YAML(Message.error("invalid-yaml", "this is not YAML")),
  YAML_PARSER(Message.error("invalid-yaml", "%s")),
  YAML_CHARACTER(Message.error("invalid-yaml", "the character U+%04X is not allowed in YAML")),
  NO_ANCHOR(Message.error("invalid-yaml", "there is no finished anchor of this name")),
  KEY_NOT_TEXT(Message.error("invalid-yaml", "a key must be text")),
  SEVERAL_DOCUMENTS(Message.error("several-documents", "a second document begins here")),
  TOO_MANY_ALIASES(
      Message.error(
          "too-many-aliases", "the aliases of this document stand for more than %s values")),
  NOT_STRICT_JSON(Message.note("not-strict-json", "not strict JSON, read as YAML: %s")),

  // What is wrong with a file in a format of ours, which says it under its own id.
  NO_MAPPING(Message.error("invalid-mapping", "expected a mapping")),
  NO_SINGLE_VALUE(Message.error("invalid-mapping", "`%s` must be a single value")),
  NO_LIST(Message.error("invalid-mapping", "`%s` must be a list")),
  MISSING_KEY(Message.error("invalid-mapping", "`%s` is missing")),
  UNKNOWN_KEY(Message.error("invalid-mapping", "unknown key `%s`")),
  AGAINST_SCHEMA(Message.error("invalid-mapping", "%s"));

  @SuppressWarnings("ImmutableEnumChecker") // a message is immutable
  private final Message message;

  DocumentError(Message message) {
    this.message = message;
  }

  @Override
  public Message message() {
    return message;
  }

  static Diagnostic tooDeep(Span at) {
    return TOO_DEEP.at(at, Limits.DEPTH);
  }

  static Diagnostic tooLarge(SourceFile file, long limit) {
    return TOO_LARGE.atStart(file, limit / (1024 * 1024));
  }

  static Diagnostic empty(SourceFile file) {
    return EMPTY.atStart(file);
  }
}
