package io.trailproof.input.configuration;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code accept}: findings that somebody answers for, each until a day. */
final class AcceptSection {
  private static final Set<String> KEYS =
      Set.of("code", "address", "deployment", "reason", "until");

  private final NameableRules rules;

  /** A reader that knows the rules whose findings can be accepted. */
  AcceptSection(NameableRules rules) {
    this.rules = rules;
  }

  /** The entries; what is wrong with one is said at its place. */
  List<AcceptedFinding> read(List<MappingReader> entries) {
    List<AcceptedFinding> all = new ArrayList<>();
    for (MappingReader entry : entries) {
      entry.allow(KEYS);
      String code = now(entry, entry.need("code"));
      String address = entry.need("address");
      String reason = entry.need("reason");
      String until = entry.need("until");
      checkRule(entry, code);
      if (entry.get("reason").isPresent() && reason.isBlank()) {
        entry.problem(ConfigurationError.NO_REASON, place(entry, "reason"));
      }
      date(entry, until)
          .ifPresent(
              day ->
                  all.add(
                      new AcceptedFinding(
                          code, address, entry.text("deployment"), reason, day, entry.span())));
    }
    return all;
  }

  /** The code by the id that its rule has now. */
  private String now(MappingReader entry, String code) {
    int end = code.indexOf('/');
    return end < 0
        ? code
        : rules.now(code.substring(0, end), entry, place(entry, "code")) + code.substring(end);
  }

  private void checkRule(MappingReader entry, String code) {
    if (entry.get("code").isEmpty()) {
      return;
    }
    int end = code.indexOf('/');
    String rule = end < 0 ? code : code.substring(0, end);
    if (end < 0) {
      entry.problem(ConfigurationError.NO_CODE, place(entry, "code"), code);
    } else if (rules.areAll() && !rules.rules().containsKey(rule)) {
      entry.problem(
          ConfigurationError.UNKNOWN_RULE
              .at(place(entry, "code"), rule)
              .withHelp(DidYouMean.help(rule, rules.rules().keySet())));
    }
  }

  private static Optional<LocalDate> date(MappingReader entry, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      entry.problem(ConfigurationError.NO_DATE, place(entry, "until"), text);
      return Optional.empty();
    }
  }

  private static Span place(MappingReader entry, String key) {
    return entry.get(key).map(Node::span).orElse(entry.span());
  }
}
