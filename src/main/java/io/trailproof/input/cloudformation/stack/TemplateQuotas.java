package io.trailproof.input.cloudformation.stack;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateError;
import java.util.ArrayList;
import java.util.List;

/**
 * TemplateQuotas of CloudFormation that a template is beyond, which are said and decide nothing
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html): they
 * hold for what is deployed, and that may be written otherwise than what is read here.
 */
final class TemplateQuotas {
  static final int RESOURCES = 500;

  /** Of a template in S3; in a request there is room for less. */
  static final int BYTES = 1 << 20;

  private TemplateQuotas() {}

  static List<Diagnostic> check(Stack stack) {
    List<Diagnostic> beyond = new ArrayList<>();
    Template template = stack.template();
    int resources = stack.resources().size();
    if (resources > RESOURCES) {
      beyond.add(TemplateError.TOO_MANY_RESOURCES.at(template.root().span(), resources, RESOURCES));
    }
    if (template.file().length() > BYTES) {
      beyond.add(TemplateError.TOO_LARGE.at(template.root().span(), BYTES));
    }
    return beyond;
  }
}
