package io.trailproof.aws.policy;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The policies that AWS manages, as far as they let somebody write to a log group (F125), read from
 * {@code managed-policies.txt}.
 */
public final class ManagedPolicies {
  private static final String RESOURCE = "/io/trailproof/aws/policy/managed-policies.txt";
  private static final String DATE = "2026-04-29";
  private static final Map<String, String> ACTIONS =
      Map.of("create", "logs:CreateLogStream", "put", "logs:PutLogEvents");
  private static final int ARN_PARTS = 6;
  private static final String KIND = "policy/";
  private static final String OF_SERVICES = "aws-service-role/";

  private final Map<String, PolicyDocument> documents = new HashMap<>();

  ManagedPolicies(String text) {
    String head = "";
    List<Statement> statements = new ArrayList<>();
    for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
      if (line.startsWith(" ")) {
        statements.add(statement(label(head), line.strip().split(" ", -1)));
      } else {
        add(head, statements);
        statements.clear();
        head = line;
      }
    }
    add(head, statements);
  }

  private static final class Bundled {
    private static final ManagedPolicies POLICIES = new ManagedPolicies(resource());

    private static String resource() {
      try (InputStream in =
          Objects.requireNonNull(ManagedPolicies.class.getResourceAsStream(RESOURCE), RESOURCE)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The policy of an ARN; empty if it is certainly none that AWS manages. */
  public static Optional<PolicyDocument> named(PolicyText arn) {
    return path(arn).map(path -> Bundled.POLICIES.document(path));
  }

  /** The policy of an ARN that is attached to a role of one's own. */
  public static Optional<PolicyDocument> attached(PolicyText arn) {
    return path(arn)
        .map(
            path ->
                path.startsWith(OF_SERVICES)
                    ? PolicyDocument.refused(
                        "the policy `"
                            + path
                            + "` can be attached to the role of its service alone (F126)")
                    : Bundled.POLICIES.document(path));
  }

  /** The path and name of a policy of AWS, in whatever partition. */
  private static Optional<String> path(PolicyText arn) {
    List<PolicyText> parts = arn.split(':', ARN_PARTS);
    if (parts.size() < ARN_PARTS
        || !parts.get(2).known().equals(Optional.of("iam"))
        || !parts.get(ARN_PARTS - 2).known().equals(Optional.of("aws"))) {
      return Optional.empty();
    }
    return parts
        .get(ARN_PARTS - 1)
        .known()
        .filter(text -> text.startsWith(KIND))
        .map(text -> text.substring(KIND.length()));
  }

  private PolicyDocument document(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    PolicyDocument document = documents.get(path);
    // The table leaves out the paths of policies that grant nothing here.
    document = document == null ? documents.get("/" + name) : document;
    return document == null
        ? PolicyDocument.elsewhere("managed by AWS and newer than " + DATE)
        : document;
  }

  private void add(String head, List<Statement> statements) {
    if (head.isEmpty()) {
      return;
    }
    String[] words = head.split(" ", -1);
    List<Statement> all = new ArrayList<>(statements);
    if (words[0].equals("all")) {
      all.add(statement(label(head), "create", "*"));
      all.add(statement(label(head), "put", "*"));
    }
    if (all.isEmpty()) {
      all.add(of(label(head), Truth.YES, new Statement.Patterns("Action", list(), false), "*"));
    }
    all.add(others(label(head)));
    documents.put(words[0].equals("none") ? "/" + words[1] : words[1], PolicyDocument.of(all));
  }

  private static String label(String head) {
    String[] words = head.split(" ", -1);
    return "AWS's policy `" + words[1] + "` of " + DATE;
  }

  private static Statement statement(String label, String... words) {
    char mark = words[0].charAt(words[0].length() - 1);
    boolean open = mark == '?' || mark == '!';
    String action = open ? words[0].substring(0, words[0].length() - 1) : words[0];
    Statement statement =
        of(
            label,
            Truth.of(mark != '!'),
            new Statement.Patterns(
                "Action", list(Objects.requireNonNull(ACTIONS.get(action), action)), false),
            List.of(words).subList(1, words.length).toArray(new String[0]));
    return open ? statement.under("it is under a condition").elsewhere() : statement;
  }

  /** What the table does not tell. */
  private static Statement others(String label) {
    return of(
            label,
            Truth.YES,
            new Statement.Patterns(
                "NotAction", list(ACTIONS.values().toArray(new String[0])), true),
            "*")
        .under("not told")
        .elsewhere();
  }

  private static Statement of(
      String label, Truth allows, Statement.Patterns actions, String... resources) {
    // AWS publishes each policy with the partition it is for.
    String[] anywhere =
        List.of(resources).stream()
            .map(text -> text.replaceFirst("^arn:aws:", "arn:*:"))
            .toArray(String[]::new);
    return new Statement(
        label,
        allows,
        Optional.empty(),
        Optional.of(actions),
        Optional.of(new Statement.Patterns("Resource", list(anywhere), false)),
        Optional.empty(),
        false);
  }

  private static Json list(String... texts) {
    return new Json.Arr(List.of(texts).stream().<Json>map(Json.Str::new).toList());
  }
}
