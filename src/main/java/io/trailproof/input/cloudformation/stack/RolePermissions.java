package io.trailproof.input.cloudformation.stack;

import io.trailproof.document.Node;
import io.trailproof.graph.Equality;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the role of a function lets it call, whatever the resources and conditions: enough to tell
 * what the function may make.
 */
final class RolePermissions {
  /** AWS's own policies that let a function make links of a chain (table T12). */
  private static final Map<String, List<String>> MANAGED =
      Map.of(
          "AdministratorAccess", List.of("*"),
          "PowerUserAccess", List.of("*"),
          "CloudWatchFullAccess", List.of("cloudwatch:*", "logs:*", "sns:*"),
          "CloudWatchFullAccessV2", List.of("cloudwatch:*", "logs:*", "sns:Subscribe"),
          "CloudWatchLogsFullAccess", List.of("logs:*"),
          "AWSCloudTrail_FullAccess", List.of("cloudtrail:*"),
          "AmazonSNSFullAccess", List.of("sns:*"),
          "AmazonEventBridgeFullAccess", List.of("events:*"),
          "AWSCloudFormationFullAccess", List.of("cloudformation:*"));

  private static final String AWS = ":iam::aws:policy/";
  private static final List<String> POLICIES =
      List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy");

  private final Stack stack;
  private final List<Value> documents = new ArrayList<>();
  private final List<String> allowed = new ArrayList<>();

  /** True if there are policies that this template does not show. */
  private boolean more;

  private RolePermissions(Stack stack) {
    this.stack = stack;
  }

  /** The permissions of a function's role. */
  static RolePermissions of(DeclaredResource function, Stack stack) {
    RolePermissions permissions = new RolePermissions(stack);
    Optional<Node> role = function.property("Role");
    if (role.isPresent()) {
      permissions.role(stack.evaluator().evaluate(role.get()));
    } else {
      // SAM makes the role from these: documents, names and templates.
      function.property("Policies").ifPresent(permissions::policies);
    }
    return permissions;
  }

  private void role(Value named) {
    Optional<DeclaredResource> role =
        stack.resources().stream()
            .filter(declared -> declared.type().equals("AWS::IAM::Role"))
            .filter(declared -> names(named, declared))
            .findFirst();
    if (role.isEmpty()) {
      more = true;
      return;
    }
    for (Value policy : items(role.get(), "Policies")) {
      documents.add(member(policy, "PolicyDocument"));
    }
    items(role.get(), "ManagedPolicyArns").forEach(this::managed);
    for (DeclaredResource policy : stack.resources()) {
      if (POLICIES.contains(policy.type()) && isOf(policy, role.get())) {
        policy
            .property("PolicyDocument")
            .ifPresent(document -> documents.add(stack.evaluator().evaluate(document)));
      }
    }
  }

  private boolean isOf(DeclaredResource policy, DeclaredResource role) {
    List<Value> roles = new ArrayList<>(items(policy, "Roles"));
    policy.property("RoleName").map(stack.evaluator()::evaluate).ifPresent(roles::add);
    Optional<Value> name = role.property("RoleName").map(stack.evaluator()::evaluate);
    return roles.stream()
        .anyMatch(
            one ->
                names(one, role)
                    || name.filter(known -> Equality.of(known, one).isYes()).isPresent());
  }

  private boolean names(Value value, DeclaredResource role) {
    return Equality.of(value, stack.getAtt(role.id(), "Ref", Origin.NOWHERE)).isYes()
        || Equality.of(value, stack.getAtt(role.id(), "Arn", Origin.NOWHERE)).isYes();
  }

  private List<Value> items(DeclaredResource declared, String property) {
    return declared
        .property(property)
        .map(stack.evaluator()::evaluate)
        .map(RolePermissions::items)
        .orElse(List.of());
  }

  private static List<Value> items(Value value) {
    if (value instanceof Value.Items list) {
      return list.items();
    }
    return value.isAbsent() ? List.of() : List.of(value);
  }

  private static Value member(Value value, String name) {
    Value member = value instanceof Value.Fields object ? object.fields().get(name) : null;
    return member == null ? new Value.Absent(value.origin()) : member;
  }

  private void policies(Node node) {
    for (Value policy : items(stack.evaluator().evaluate(node))) {
      if (policy instanceof Value.Fields object) {
        if (object.fields().containsKey("Statement")) {
          documents.add(policy);
        }
      } else {
        managed(policy);
      }
    }
  }

  /** A policy by its ARN, or in SAM by its name; what the account has of its own is not shown. */
  private void managed(Value named) {
    Optional<String> tail = tail(named);
    String text = tail.orElse("");
    if (text.contains(AWS) || !text.contains(":")) {
      allowed.addAll(MANAGED.getOrDefault(text.substring(text.lastIndexOf('/') + 1), List.of()));
    } else {
      more = true;
    }
    boolean declared =
        stack.resources().stream()
            .filter(one -> one.type().equals("AWS::IAM::ManagedPolicy"))
            .anyMatch(one -> names(named, one));
    if (declared) {
      stack.resources().stream()
          .filter(one -> one.type().equals("AWS::IAM::ManagedPolicy") && names(named, one))
          .flatMap(one -> one.property("PolicyDocument").stream())
          .forEach(document -> documents.add(stack.evaluator().evaluate(document)));
    } else if (tail.isEmpty()) {
      more = true;
    }
  }

  /** The text, or the known end of one whose partition is open. */
  private static Optional<String> tail(Value value) {
    return value instanceof Value.Template template
        ? template.parts().get(template.parts().size() - 1).asText()
        : value.asText();
  }

  /** Whether one of some actions is allowed. */
  Truth may(List<String> actions) {
    Truth any = more ? Truth.UNKNOWN : Truth.NO;
    for (String action : actions) {
      any = any.or(may(action));
    }
    return any;
  }

  private Truth may(String action) {
    Truth may = Truth.of(allowed.stream().anyMatch(pattern -> covers(pattern, action)));
    for (Value document : documents) {
      if (!(document instanceof Value.Fields)) {
        may = may.or(Truth.UNKNOWN);
        continue;
      }
      for (Value statement : items(member(document, "Statement"))) {
        may = may.or(allows(statement, action));
      }
    }
    return may;
  }

  private static Truth allows(Value statement, String action) {
    if (!(statement instanceof Value.Fields)) {
      return Truth.UNKNOWN;
    }
    if (member(statement, "Effect").asText().filter("Deny"::equals).isPresent()) {
      return Truth.NO;
    }
    Value taken = member(statement, "NotAction");
    return taken.isAbsent()
        ? named(member(statement, "Action"), action)
        : named(taken, action).not();
  }

  private static Truth named(Value actions, String action) {
    Truth any = Truth.NO;
    for (Value one : items(actions)) {
      any =
          any.or(
              one.asText().map(pattern -> Truth.of(covers(pattern, action))).orElse(Truth.UNKNOWN));
    }
    return any;
  }

  /** A star stands for any text, in a time that grows with the product of both lengths at most. */
  private static boolean covers(String pattern, String action) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String is = action.toLowerCase(Locale.ROOT);
    int star = -1;
    int from = 0;
    int at = 0;
    int i = 0;
    while (i < is.length()) {
      char letter = at < wanted.length() ? wanted.charAt(at) : '\0';
      if (letter == '*') {
        star = at++;
        from = i;
      } else if (letter == '?' || letter == is.charAt(i)) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++from;
      } else {
        return false;
      }
    }
    return wanted.substring(at).chars().allMatch(letter -> letter == '*');
  }
}
