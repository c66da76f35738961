package io.trailproof.rule;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Message;

/** What is wrong with a rule or chain file. */
enum RuleError implements Code {
  NO_EVENTS(RuleError.RULE, "a rule needs `events`"),
  PATTERN(RuleError.RULE, "the pattern of an event is no filter pattern for JSON records"),
  NO_NAMES(RuleError.RULE, "an entry of `events` has `names`, or a `pattern` with a `name`"),
  REFUSED_PATTERN(RuleError.RULE, "the service would refuse the pattern: %s"),
  SAME_EVENT(RuleError.RULE, "the event `%s` is given twice"),
  WORD(RuleError.RULE, "`%s` is one of `%s`, not `%s`"),
  REGIONS(RuleError.RULE, "`regions` is `any`, or gives a Region for partitions"),
  PARTITION(RuleError.RULE, "unknown partition `%s`"),
  REGION(RuleError.RULE, "`%s` is no Region of the partition `%s`"),
  TIMES(RuleError.RULE, "`times` is a whole number from 2 to 1000"),
  WITHIN(RuleError.RULE, "`within` is a time such as `90s`, `5m` or `1h`, of a week at the most"),
  WITHOUT(RuleError.RULE, "`%s` needs `%s` beside it"),
  CLAIM(RuleError.RULE, "`claim` is `fires` or `complies`"),
  DEFAULT(RuleError.RULE, "`default` is `on` or `off`"),
  SEVERITY(RuleError.RULE, "`severity` is `note`, `low`, `medium`, `high` or `critical`"),
  UNKNOWN_RULE(RuleError.RULE, "unknown rule `%s`"),
  UNKNOWN_CHAIN(RuleError.RULE, "unknown chain `%s`"),
  UNKNOWN_WAY(RuleError.RULE, "no chain goes the way `%s`"),
  SEVERAL_CHAINS(RuleError.RULE, "several chains go the way `%s`: `%s`"),
  OWN_WAY(RuleError.RULE, "the way `%s` is that of the rule's own chain"),
  WAY_TWICE(RuleError.RULE, "the way `%s` is given twice"),
  ONE_WAY(
      RuleError.RULE, "a rule of claim `complies` holds a text, and has the one way of its chain"),
  SAME_RULE(RuleError.RULE, "there is a rule `%s` already"),

  NO_WORD(RuleError.RULE, "the chain asks for `%s` below `with`"),
  NO_BLANK(RuleError.RULE, "the chain does not ask for `%s`"),
  NOT_A_WORD(RuleError.RULE, "`%s` cannot be `%s`"),

  SAME_CHAIN(RuleError.CHAIN, "there is a chain `%s` already"),
  UNKNOWN_TYPE(RuleError.CHAIN, "unknown resource type `%s`"),
  UNRELATED_LINK(RuleError.CHAIN, "a link after the first needs `from`, `to` or `join`"),
  FROM(RuleError.CHAIN, "`from` must name a property of the link before"),
  TO(RuleError.CHAIN, "`to` must name the link before"),
  NO_LINK(RuleError.CHAIN, "no one property of `%s` names a `%s`"),
  NO_PROPERTY(RuleError.CHAIN, "`%s` has no property `%s`"),
  NO_TYPE_OF_LINK(RuleError.CHAIN, "the link has no type `%s`"),
  NO_CONDITION(RuleError.CHAIN, "a requirement needs `equals` or `holds`"),
  UNKNOWN_PREDICATE(RuleError.CHAIN, "unknown predicate `%s`"),
  MISSING_ARGUMENT(RuleError.CHAIN, "`%s` needs `%s` below `with`"),
  UNKNOWN_WORD(RuleError.CHAIN, "`%s` cannot be `%s`");

  /** The id of all that is said of a rule file. */
  static final String RULE = "invalid-rule";

  /** The id of all that is said of a chain file. */
  static final String CHAIN = "invalid-chain";

  private final Message message;

  RuleError(String id, String text) {
    this.message = Message.error(id, text);
  }

  @Override
  public Message message() {
    return message;
  }
}
