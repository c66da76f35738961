package io.trailproof.rule.adapter;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.util.Set;

/** What stands in a policy for a text that is known only later: holes of the shape it has. */
final class Holes {
  /** Types whose names hold no slash. */
  private static final Set<String> PLAIN =
      Set.of("aws.kms.Key", "aws.iam.Role", "aws.s3.Bucket", "aws.sns.Topic", "aws.sqs.Queue");

  /** How many colons stand before the Region and the account of an ARN. */
  private static final int REGION = 3;

  private static final int ACCOUNT = 4;

  /** How many stand before what the resource is called. */
  private static final int NAME = 5;

  private Holes() {}

  /** The hole of something that has an identity but no text. */
  static Json.Hole of(Value.Symbol symbol) {
    String name = symbol.name();
    // Whose it is is told by more than is shown: "account of provider `aws`".
    String shown = name.indexOf('`') < 0 ? name : name.substring(0, name.indexOf(' '));
    return new Json.Hole(shown, symbol.scope() + " " + name, shape(name), "");
  }

  /** The hole of such a thing that is the name of a resource. */
  static Json.Hole name(Value.Symbol symbol, Resource resource) {
    return narrowed(of(symbol), shape(resource));
  }

  /** The hole of such a thing in the name of a resource. */
  static Json.Hole partOfName(Value.Symbol symbol) {
    return narrowed(of(symbol), Json.Shape.PART);
  }

  private static Json.Hole narrowed(Json.Hole hole, Json.Shape shape) {
    return hole.shape() == Json.Shape.ANY
        ? new Json.Hole(hole.name(), hole.scope(), shape, hole.family())
        : hole;
  }

  private static Json.Shape shape(Resource named) {
    return PLAIN.contains(named.type()) ? Json.Shape.NAME : Json.Shape.PATH;
  }

  private static Json.Shape shape(String name) {
    if (name.startsWith("account") || name.equals("AWS::AccountId")) {
      return Json.Shape.ACCOUNT;
    }
    if (name.equals("AWS::StackName")) {
      return Json.Shape.NAME; // letters, digits and hyphens, so that nothing after it is part of it
    }
    boolean word =
        name.startsWith("Region") || name.equals("AWS::Region") || name.equals("AWS::Partition");
    return word ? Json.Shape.WORD : Json.Shape.ANY;
  }

  /** The hole of an attribute that nobody knows yet. */
  static Json.Hole of(Value.Reference reference) {
    return new Json.Hole(
        reference.target() + "." + reference.attribute(),
        reference.target().input(),
        Json.Shape.ANY,
        "");
  }

  /** The name of a resource; two that one input makes never share it. */
  static Json.Hole name(Resource resource) {
    return new Json.Hole(
        resource.address() + ".name",
        resource.id().input(),
        shape(resource),
        resource.existence() == Existence.MANAGED ? resource.type() : "");
  }

  /** True if what follows in an ARN is part of what the resource is called. */
  static boolean isInName(String before) {
    return colons(before) >= NAME;
  }

  private static int colons(String text) {
    return (int) text.chars().filter(letter -> letter == ':').count();
  }

  /** What is not known of the ARN of a resource, told by what stands before it. */
  static Json.Hole ofArn(Resource resource, String before) {
    return switch (colons(before)) {
      case 1 -> new Json.Hole("partition", place(resource), Json.Shape.WORD, "");
      case REGION -> new Json.Hole("Region", place(resource), Json.Shape.WORD, "");
      case ACCOUNT -> new Json.Hole("account", place(resource), Json.Shape.ACCOUNT, "");
      default -> name(resource);
    };
  }

  private static String place(Resource resource) {
    return resource.id().input() + " " + resource.address();
  }
}
