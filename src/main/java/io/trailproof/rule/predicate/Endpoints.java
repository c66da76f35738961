package io.trailproof.rule.predicate;

import io.trailproof.graph.Arn;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.regex.ShortRegex;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the endpoint of a subscription has the shape that its protocol asks for (F180, T9). */
final class Endpoints {
  private static final ShortRegex ADDRESS =
      new ShortRegex("[^@\\s,;:<>()\\[\\]\\\\\"]+@[^@\\s,;:/<>()]+");
  private static final ShortRegex DOMAIN = new ShortRegex("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d+([-/.]\\d+)*");
  private static final Pattern LETTER = Pattern.compile("[\\p{L}@]");
  private static final Pattern STRAY_SEPARATOR =
      Pattern.compile("[+\\d/.-]*[-/.]{2}[+\\d/.-]*|[-/.][+\\d/.-]*|[+\\d/.-]*[-/.]");

  /** Service and beginning of the resource in the ARN that a protocol takes. */
  private record ArnForm(String service, String kind, String what) {}

  private static final Map<String, ArnForm> ARNS =
      Map.of(
          "sqs", new ArnForm("sqs", "", "a queue"),
          "lambda", new ArnForm("lambda", "function:", "a function"),
          "firehose", new ArnForm("firehose", "deliverystream/", "a delivery stream"),
          "application", new ArnForm("sns", "endpoint/", "an endpoint of an application"));

  private Endpoints() {}

  /** The judgement on an endpoint that is no stand-in; of an existing one nothing is asked. */
  static Judgement judge(Step step, String protocol, Value endpoint) {
    Resource subscription = step.resource();
    if (subscription.existence() != Existence.MANAGED) {
      return Judgement.pass();
    }
    ArnForm form = ARNS.get(protocol);
    if (form != null) {
      Judgement named =
          Naming.of(step, subscription, subscription.property("endpoint"), Naming.ARN);
      Value written = subscription.property("endpoint");
      if (written instanceof Value.Reference reference
          && reference.attribute().equals("invokeArn")) {
        return invokeArn(reference, subscription);
      }
      return named.and(
          endpoint
              .asText()
              .map(text -> arn(text, form, endpoint, subscription))
              .orElse(Judgement.pass()));
    }
    Optional<String> text = endpoint.asText();
    if (text.isEmpty()) {
      return start(protocol, endpoint, subscription);
    }
    return switch (protocol) {
      case "http", "https" -> url(protocol, text.get(), endpoint, subscription);
      case "email", "email-json" -> address(text.get(), endpoint, subscription);
      case "sms" -> number(text.get(), endpoint, subscription);
      default -> Judgement.pass();
    };
  }

  private static Judgement arn(String text, ArnForm form, Value endpoint, Resource subscription) {
    Optional<Arn> arn = Arn.parse(Value.text(text, endpoint.origin()));
    boolean fits =
        arn.isPresent()
            && arn.get().service().asText().filter(form.service::equals).isPresent()
            && arn.get().resource().asText().filter(one -> one.startsWith(form.kind)).isPresent();
    return fits || !text.startsWith("arn:")
        ? Judgement.pass() // that it is no ARN at all is said already
        : refused("the ARN of " + form.what, endpoint, subscription);
  }

  /** What API Gateway calls a function by is no ARN of the function. */
  private static Judgement invokeArn(Value.Reference reference, Resource subscription) {
    String what = "the ARN by which API Gateway invokes `" + reference.target().address() + "`";
    return reference.whole()
        ? Judgement.fail(
            "the protocol asks for the ARN of a function, and the API will refuse " + what,
            Labels.at(reference, subscription))
        : Judgement.unknown(
            "the plan shows that it is made of " + what + ", and not how", reference, subscription);
  }

  /** Of a URL that is put together the beginning may be known. */
  private static Judgement start(String protocol, Value endpoint, Resource subscription) {
    if (!protocol.startsWith("http") || !(endpoint instanceof Value.Template template)) {
      return Judgement.pass();
    }
    Optional<String> start = template.parts().get(0).asText();
    String wanted = protocol + "://";
    boolean differs =
        start.isPresent()
            && !wanted.regionMatches(
                true, 0, start.get(), 0, Math.min(wanted.length(), start.get().length()));
    return differs
        ? refused("a URL that begins with `" + wanted + "`", endpoint, subscription)
        : Judgement.pass();
  }

  private static Judgement url(
      String protocol, String text, Value endpoint, Resource subscription) {
    String wanted = protocol + "://";
    return text.regionMatches(true, 0, wanted, 0, wanted.length())
            && text.length() > wanted.length()
        ? Judgement.pass()
        : refused("a URL that begins with `" + wanted + "`", endpoint, subscription);
  }

  private static Judgement address(String text, Value endpoint, Resource subscription) {
    if (!ADDRESS.matches(text.strip())) {
      return refused("one address of the form `name@domain`", endpoint, subscription);
    }
    String domain = text.strip().substring(text.strip().indexOf('@') + 1);
    return DOMAIN.matches(domain) && text.equals(text.strip())
        ? Judgement.pass()
        : Judgement.unknown(
            "no text says whether the API takes the address " + Shown.of(endpoint),
            endpoint,
            subscription);
  }

  private static Judgement number(String text, Value endpoint, Resource subscription) {
    if (NUMBER.matcher(text).matches()) {
      return Judgement.pass();
    }
    return LETTER.matcher(text).find() || STRAY_SEPARATOR.matcher(text).matches()
        ? refused("a phone number", endpoint, subscription)
        : Judgement.unknown(
            "no text says whether the API takes the number " + Shown.of(endpoint),
            endpoint,
            subscription);
  }

  private static Judgement refused(String wanted, Value endpoint, Resource subscription) {
    return Judgement.fail(
        "the protocol asks for " + wanted + ", and the API will refuse " + Shown.of(endpoint),
        Labels.at(endpoint, subscription));
  }
}
