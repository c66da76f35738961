package io.trailproof.document;

import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is printed when somebody asks, and no check reads: schemas, facts about AWS, what can be
 * said of inputs, and examples out of the tests of rules. It is packed by itself and in the form of
 * {@link Knowledge}.
 */
public final class Handbook {
  /** The names of the schemas. */
  public static final List<String> SCHEMAS =
      List.of("rule", "chain", "catalog", "test", "controls", "trailproof", "result");

  /** What the names of sections begin with, by what they hold. */
  public static final String SCHEMA = "schema/";

  public static final String FACT = "fact/";
  public static final String CODE = "code/";
  public static final String EXAMPLE = "example/";

  private final Knowledge sections;

  private Handbook(Knowledge sections) {
    this.sections = sections;
  }

  /** The packed one, opened when it is first asked for. */
  private static final class Packed {
    private static final Handbook ALL = new Handbook(Knowledge.of(HandbookParts::part));
  }

  /**
   * A fact about AWS.
   *
   * @param number such as {@code F71}
   * @param sentence what AWS does
   * @param source the short names of the sources
   * @param conclusion what is made of it
   */
  public record Fact(String number, String sentence, String source, String conclusion) {}

  /**
   * One thing that is said under a code.
   *
   * @param text with {@code %s} for what is particular
   */
  public record Said(String severity, String text, List<String> help) {
    public Said {
      help = List.copyOf(help);
    }
  }

  /**
   * A case of a rule's tests that breaks a requirement, in the words of the catalog.
   *
   * @param name what the case is called
   * @param breaks what it has
   * @param holds what a whole chain has in its place
   */
  public record Example(String rule, String name, String breaks, String holds) {}

  /** The one that is packed among the classes. */
  public static Handbook packed() {
    return Packed.ALL;
  }

  /** The text of a schema, which is there. */
  public String schema(String name) {
    return sections.section(SCHEMA + name).flatMap(Json::asText).orElseThrow();
  }

  /** A fact by its number. */
  public Optional<Fact> fact(String number) {
    return sections
        .section(FACT + number)
        .map(
            one ->
                new Fact(
                    number, text(one, "sentence"), text(one, "source"), text(one, "conclusion")));
  }

  /** The facts of whose conclusion it says that a code tells it: those of notes and assumptions. */
  public List<Fact> facts(String code) {
    List<Fact> facts = new ArrayList<>();
    for (String section : sections.sections()) {
      if (section.startsWith(FACT)) {
        fact(section.substring(FACT.length()))
            .filter(one -> one.conclusion().contains("`" + code + "`"))
            .ifPresent(facts::add);
      }
    }
    return facts;
  }

  /** What is said under a code; nothing for one that there is not. */
  public List<Said> said(String code) {
    return sections.section(CODE + code).map(Json::elements).orElse(List.of()).stream()
        .map(
            one ->
                new Said(
                    text(one, "severity"),
                    text(one, "text"),
                    member(one, "help").map(Json::elements).orElse(List.of()).stream()
                        .flatMap(help -> help.asText().stream())
                        .toList()))
        .toList();
  }

  /** All codes of what can be said of inputs, rules and configurations. */
  public List<String> codes() {
    return sections.sections().stream()
        .filter(name -> name.startsWith(CODE))
        .map(name -> name.substring(CODE.length()))
        .toList();
  }

  /** The example of a requirement. */
  public Optional<Example> example(String requirement) {
    return sections
        .section(EXAMPLE + requirement)
        .map(
            one ->
                new Example(
                    text(one, "rule"), text(one, "name"), text(one, "breaks"), text(one, "holds")));
  }

  private static String text(Json of, String name) {
    return member(of, name).flatMap(Json::asText).orElse("");
  }

  private static Optional<Json> member(Json of, String name) {
    return of.asMembers().map(all -> all.get(name));
  }
}
