package io.trailproof.rule;

import io.trailproof.catalog.Property;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values in words for users; what is marked sensitive is never shown. */
public final class Shown {
  private static final Pattern ABBREVIATED = Pattern.compile("\\b(?:arn|id|url|kms)\\b");

  /** How what a stack puts out is called. */
  private static final String OUTPUT = "outputs.";

  /** How a path ends in a block that is there once. */
  private static final String ONLY_BLOCK = "[0]";

  private static final int LONGEST = 200;

  private Shown() {}

  /** A value in backticks, or in words. */
  public static String of(Value value) {
    if (value.origin().sensitive()) {
      return "`(sensitive)`";
    }
    return value.match(
        new Value.Cases<>() {
          @Override
          public String other(Value other) {
            return "a list or map";
          }

          @Override
          public String known(Value.Known known) {
            String text = known.text();
            return "`" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "`";
          }

          @Override
          public String reference(Value.Reference reference) {
            return "the "
                + words(reference.attribute())
                + " of `"
                + reference.target().address()
                + "`";
          }

          @Override
          public String symbol(Value.Symbol symbol) {
            return "`" + symbol.name() + "`";
          }

          @Override
          public String template(Value.Template template) {
            StringBuilder text = new StringBuilder();
            for (Value part : template.parts()) {
              text.append(
                  part.origin().sensitive()
                      ? "(sensitive)"
                      : part.asText().orElseGet(() -> "${" + hole(part) + "}"));
            }
            return "`" + text + "`";
          }

          @Override
          public String choice(Value.Choice choice) {
            return "one of several values";
          }

          @Override
          public String unknown(Value.Unknown unknown) {
            return "not known";
          }

          @Override
          public String absent(Value.Absent absent) {
            return "not set";
          }
        });
  }

  /** An attribute by its name here, {@code qualifiedArn}, as people call it: "qualified ARN". */
  private static String words(String attribute) {
    if (attribute.startsWith(OUTPUT)) {
      return "output " + attribute.substring(OUTPUT.length());
    }
    String apart = attribute.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return ABBREVIATED
        .matcher(apart)
        .replaceAll(found -> found.group().toUpperCase(Locale.ROOT))
        .replace("region", "Region");
  }

  private static String hole(Value part) {
    return of(part).replace("`", "");
  }

  /** Why a property of the resource at hand is not known, as a clause. */
  public static String unknown(Step step, String property, Value value) {
    return unknown(step, step.resource(), property, value);
  }

  /** Why a property of a resource is not known, as a clause. */
  public static String unknown(Step step, Resource resource, String property, Value value) {
    String spelt = spelt(step, resource, property);
    String subject = "`" + spelt + "` of `" + resource.address() + "`";
    return value.match(
        new Value.Cases<>() {
          @Override
          public String other(Value other) {
            return subject + " is known only later";
          }

          @Override
          public String items(Value.Items items) {
            return partly(items);
          }

          @Override
          public String fields(Value.Fields fields) {
            return partly(fields);
          }

          @Override
          public String template(Value.Template template) {
            return partly(template);
          }

          private String partly(Value whole) {
            Value open = OpenPart.of(whole).orElse(whole);
            if (open instanceof Value.Symbol symbol && !symbol.origin().sensitive()) {
              return subject + " hangs on `" + symbol.name() + "`, which the input does not tell";
            }
            if (open instanceof Value.Choice choice) {
              return subject + " " + choice.why();
            }
            return open instanceof Value.Unknown unknown
                ? subject + " is made of a value that " + unknown.why()
                : other(whole);
          }

          @Override
          public String reference(Value.Reference reference) {
            return reference.whole()
                ? other(reference)
                : subject
                    + " is known only later: it is "
                    + of(reference)
                    + ", or a text made of it; `--source` or `--plan-file` shows it";
          }

          @Override
          public String symbol(Value.Symbol symbol) {
            return subject + " is `" + symbol.name() + "`, which the input does not tell";
          }

          @Override
          public String unknown(Value.Unknown unknown) {
            return subject + " " + unknown.why();
          }

          @Override
          public String choice(Value.Choice choice) {
            return subject + " " + choice.why();
          }
        });
  }

  /** A property as the resource's own format spells it. */
  public static String spelt(Step step, Resource resource, String property) {
    return step.catalog()
        .type(resource.type())
        .flatMap(type -> type.property(property))
        .map((Property one) -> one.spelt(resource.dialect(), resource.address()))
        .map(path -> path.endsWith(ONLY_BLOCK) ? path.substring(0, path.length() - 3) : path)
        .orElse(property);
  }
}
