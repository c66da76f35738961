package io.trailproof.catalog;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** What is wrong with a catalog file. */
enum CatalogError implements Code {
  UNKNOWN_KIND("unknown property type `%s`"),
  NO_PROPERTY("the type has no property `%s`"),
  UNKNOWN_AGAIN("unknown word `%s` for what a second creation does"),
  NO_PAIRS("`pairs` must name the key and the value"),
  UNKNOWN_CLASS("unknown word `%s` for why a property may be set"),
  /** Of an own file. */
  BUNDLED_ALONE("`%s` is for bundled files alone"),
  /** Of an own type. */
  NAME_TAKEN("there is a type `%s` already, and no other takes its place"),
  /** Of an own type's. */
  SPELLING_TAKEN("`%s` is the spelling of another type"),
  /** Of an own type's. */
  MAY_SILENCE("`%s` may silence what it refers to, so no own type is spelt so"),
  /** Of an own type's that no snapshot names. */
  NEWER("`%s` is newer than this version, so the type has to say what its properties do: `closed`"),
  NO_TYPE("there is no type `%s`"),
  LIKE_NOTHING("`like: %s` is no CloudFormation type of this one");

  /** The id of all that is said of a catalog file. */
  static final String ID = "invalid-catalog";

  private final String text;

  CatalogError(String text) {
    this.text = text;
  }

  @Override
  public Message message() {
    return Message.error(ID, text);
  }
}
