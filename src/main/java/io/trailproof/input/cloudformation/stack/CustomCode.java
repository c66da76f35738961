package io.trailproof.input.cloudformation.stack;

import io.trailproof.document.Node;
import io.trailproof.graph.Equality;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.kleene.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * What a custom resource may make. It can make anything, yet most make nothing that a rule speaks
 * of: what a template lacks is taken to be missing unless the code of the function, or else what
 * its role may do, or else what it is handed, says otherwise.
 *
 * @param because why it may make something, in words
 * @param types the canonical types of what it may make; empty where that may be anything
 */
record CustomCode(String because, Set<String> types) {
  private static final Set<String> FUNCTIONS =
      Set.of("AWS::Lambda::Function", "AWS::Serverless::Function");

  /** What one makes who is handed something of the chain. */
  private static final Map<String, Set<String>> ONWARD =
      Map.of(
          "AWS::CloudTrail::Trail", Making.TRAIL.types(),
          "AWS::Logs::LogGroup",
              Set.of("aws.cloudtrail.Trail", "aws.logs.MetricFilter", "aws.cloudwatch.LogAlarm"),
          "AWS::Logs::MetricFilter", Making.ALARM.types(),
          "AWS::CloudWatch::Alarm", Making.COMPOSITE_ALARM.types(),
          "AWS::CloudWatch::LogAlarm", Making.COMPOSITE_ALARM.types(),
          "AWS::SNS::Topic", Set.of("aws.sns.Subscription", "aws.chatbot.ChannelConfiguration"));

  /** What a custom resource may make; empty if nothing says that it makes any link of a chain. */
  static Optional<CustomCode> of(DeclaredResource custom, Stack stack) {
    Optional<Value> token = custom.property("ServiceToken").map(stack.evaluator()::evaluate);
    Optional<DeclaredResource> function =
        token.flatMap(
            value ->
                stack.resources().stream()
                    .filter(declared -> FUNCTIONS.contains(declared.type()))
                    .filter(
                        declared ->
                            Equality.of(value, stack.getAtt(declared.id(), "Arn", Origin.NOWHERE))
                                .isYes())
                    .findFirst());
    if (function.isEmpty()) {
      return handed(custom, stack, "its function is not here");
    }
    RolePermissions role = RolePermissions.of(function.get(), stack);
    List<String> code = code(function.get()).filter(text -> !text.isBlank()).toList();
    return code.isEmpty()
        ? allowed(role)
            .or(
                () ->
                    role.may(List.of()) == Truth.UNKNOWN
                        ? handed(
                            custom, stack, "neither the code nor the role of its function is here")
                        : Optional.empty())
        : called(code, role);
  }

  /** By the calls in the code, unless the role certainly does not let it make them. */
  private static Optional<CustomCode> called(List<String> code, RolePermissions role) {
    Found found = new Found();
    for (Making making : Making.values()) {
      code.stream()
          .map(making.call()::matcher)
          .filter(Matcher::find)
          .map(Matcher::group)
          .findFirst()
          .filter(call -> role.may(making.actions()) != Truth.NO)
          .ifPresent(call -> found.add(making, "its code calls " + Rendering.quoted(call)));
    }
    return found.result();
  }

  /** By the permissions alone, where the code is not here. */
  private static Optional<CustomCode> allowed(RolePermissions role) {
    Found found = new Found();
    for (Making making : Making.values()) {
      making.actions().stream()
          .filter(action -> role.may(List.of(action)) == Truth.YES)
          .findFirst()
          .ifPresent(
              action ->
                  found.add(
                      making,
                      "the code of its function is not here, and its role may call "
                          + Rendering.quoted(action)));
    }
    return found.result();
  }

  /** What a type that nobody knows may make of what it is handed; empty if it is handed nothing. */
  static Optional<CustomCode> ofUnknownType(DeclaredResource declared, Stack stack) {
    return handed(declared, stack, "its type is not known here");
  }

  /** By what of the chain it is handed, where nothing else is known of it. */
  private static Optional<CustomCode> handed(DeclaredResource custom, Stack stack, String because) {
    Set<String> types = new LinkedHashSet<>();
    String first = "";
    Value properties =
        custom
            .properties()
            .map(stack.evaluator()::evaluate)
            .orElseGet(() -> new Value.Absent(Origin.NOWHERE));
    List<Value> parts = properties.stream().toList();
    for (DeclaredResource declared : stack.resources()) {
      Set<String> onward = ONWARD.getOrDefault(declared.type(), Set.of());
      boolean isHanded =
          !onward.isEmpty()
              && parts.stream()
                  .anyMatch(
                      part ->
                          part instanceof Value.Reference reference
                              && reference.target().equals(stack.id(declared.id())));
      if (isHanded) {
        types.addAll(onward);
        first = first.isEmpty() ? declared.id() : first;
      }
    }
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CustomCode(
                because + ", and it is handed " + Rendering.quoted(first), Set.copyOf(types)));
  }

  /** What is found bit by bit; the first reason is the one to tell. */
  private static final class Found {
    private final Set<String> types = new LinkedHashSet<>();
    private boolean anything;
    private String because = "";

    void add(Making making, String why) {
      types.addAll(making.types());
      anything |= making.types().isEmpty();
      because = because.isEmpty() ? why : because;
    }

    Optional<CustomCode> result() {
      return because.isEmpty()
          ? Optional.empty()
          : Optional.of(new CustomCode(because, anything ? Set.of() : Set.copyOf(types)));
    }
  }

  private static Stream<String> code(DeclaredResource function) {
    return Stream.of(
            function.property("Code").flatMap(Node::asMapping).flatMap(code -> code.get("ZipFile")),
            function.property("InlineCode"))
        .flatMap(Optional::stream)
        .flatMap(CustomCode::texts);
  }

  private static Stream<String> texts(Node node) {
    return node.match(
        scalar -> Stream.of(scalar.text()),
        list -> list.items().stream().flatMap(CustomCode::texts),
        mapping -> List.copyOf(mapping.members()).stream().flatMap(m -> texts(m.value())));
  }
}
