package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every message of a chain is worded as users know them, with parts that somebody fills in. */
final class RuleMessagesTest {
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "address",
          "previous",
          "property",
          "value",
          "because",
          "events",
          "occurrence",
          "suggested-pattern",
          "suggested-query");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)\\}");

  @TestFactory
  Stream<DynamicTest> messagesAreOneLineInLowerCaseWithoutFullStop() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Chain chain : RulesMetaTest.chains()) {
      for (Requirement one : RulesMetaTest.requirements(chain)) {
        tests.add(dynamicTest(one.id(), () -> wellWorded(one)));
      }
    }
    for (Rule rule : RulesFolder.RULES) {
      tests.add(dynamicTest(rule.id(), () -> assertTrue(isMessage(rule.title()), rule.title())));
    }
    return tests.stream();
  }

  private static void wellWorded(Requirement requirement) {
    assertTrue(isMessage(requirement.message()), requirement.message());
    placeholdersAreKnown(requirement, requirement.message());
    for (String help : requirement.help()) {
      assertTrue(isMessage(help), help);
      placeholdersAreKnown(requirement, help);
    }
  }

  /** Names that users know may begin with a capital: in a message none stands first. */
  private static boolean isMessage(String text) {
    return !text.isEmpty()
        && !Character.isUpperCase(text.charAt(0))
        && !text.endsWith(".")
        && text.indexOf('\n') < 0
        && text.equals(text.strip());
  }

  private static void placeholdersAreKnown(Requirement requirement, String text) {
    for (MatchResult found : PLACEHOLDER.matcher(text).results().toList()) {
      String[] parts = found.group(1).split(":", 2);
      boolean withProperty =
          Set.of("property", "previous.property", "previous.value").contains(parts[0]);
      boolean known =
          parts.length == 1
              ? PLACEHOLDERS.contains(parts[0])
              : (withProperty && isProperty(parts[1]))
                  || (parts[0].equals("type") && RulesFolder.CATALOG.type(parts[1]).isPresent())
                  || (parts[0].equals("argument") && hasArgument(requirement, parts[1]));
      assertTrue(known, "unknown placeholder {" + found.group(1) + "}");
    }
  }

  private static boolean isProperty(String name) {
    String[] parts = name.split("\\.", 2);
    return RulesFolder.CATALOG.types().stream()
        .flatMap(type -> type.property(parts[0]).stream())
        .anyMatch(property -> parts.length == 1 || property.item(parts[1]).isPresent());
  }

  private static boolean hasArgument(Requirement requirement, String name) {
    return requirement.condition() instanceof Condition.Holds holds
        && holds.arguments().containsKey(name);
  }
}
