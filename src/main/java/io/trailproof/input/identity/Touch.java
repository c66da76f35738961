package io.trailproof.input.identity;

/** What a run does to an object that is there in the end. */
public enum Touch {
  /** It is made, in place of an old one or not. */
  MADE,
  /** It stays and is changed, after what it refers to. */
  FOLLOWS,
  /** It stays and is changed, in no order to what it names. */
  CHANGED,
  /** Nothing: it was there before. */
  LEFT,
  /** It is no longer looked after, and stays as it was. */
  FORGOTTEN,
  /** Nothing: another resource shows it as part of itself, whoever made it. */
  SHOWN
}
