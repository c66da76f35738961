package io.trailproof.input.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people hand over in place of a plan or a template is named, with what gives the right thing.
 */
final class WrapperTest {
  private static final String PLAN =
      "{\"format_version\":\"1.2\",\"planned_values\":{},\"resource_changes\":[]}";

  private static final String HUMAN =
      """
      Terraform used the selected providers to generate the following execution
      plan. Resource actions are indicated with the following symbols:
        + create

      Terraform will perform the following actions:

        # aws_sns_topic.x will be created

      Plan: 1 to add, 0 to change, 0 to destroy.
      """;

  private static Arguments ours(String text, String message, String help) {
    return Arguments.of("broken", text, message, help);
  }

  private static Arguments others(String text, String message, String help) {
    return Arguments.of("other", text, message, help);
  }

  static Stream<Arguments> ours() {
    return Stream.of(
        ours(
            """
            {"@level":"info","@message":"Terraform 1.11.4","type":"version"}
            {"@level":"info","@message":"Plan: 1 to add","type":"x"}
            """,
            "the log of `terraform plan -json`",
            "terraform show -json tfplan"),
        ours("[" + PLAN + "]", "a list of plans", "`jq -c '.[]'`"),
        ours("[\n" + PLAN + ",\n" + PLAN + "\n]\n", "a list of plans", "`jq -c '.[]'`"),
        ours("{\"plan\":" + PLAN + "}", "a plan inside another document", "alone"),
        ours("{\"run\":{},\"terraform\":" + PLAN + "}", "a plan inside another document", "alone"),
        ours(
            "{\"data\":{\"id\":\"plan-1\",\"type\":\"plans\"},\"links\":{}}",
            "the record of a run or plan of HCP Terraform",
            "json-output"),
        ours(
            "{\"StackName\":\"s\",\"ChangeSetName\":\"c\",\"Changes\":[]}",
            "a change set",
            "get-template --change-set-name"),
        ours("{\"StackResources\":[]}", "`describe-stacks`", "get-template"),
        ours("{\"Stacks\":[{\"StackName\":\"s\"}]}", "`describe-stacks`", "get-template"),
        ours(
            "{\"StackSet\":{\"TemplateBody\":\"Resources: {}\"}}",
            "`describe-stack-set`",
            "StackSet.TemplateBody"),
        ours(HUMAN, "a plan as people read it", "terraform show -json tfplan"),
        ours(
            HUMAN.replaceAll("(?m)^(?=Terraform|Plan)", "\u001b[1m"),
            "a plan as people read it",
            "terraform show -json tfplan"),
        ours(
            "No changes. Your infrastructure matches the configuration.\n",
            "a plan as people read it",
            "terraform show -json tfplan"),
        ours(
            HUMAN.replace("Terraform", "OpenTofu"),
            "a plan as people read it",
            "terraform show -json tfplan"),
        ours(
            "[command]/usr/bin/terraform-bin show -json tfplan\n" + PLAN + "\n::debug::x\n",
            "a plan with other text around it",
            "terraform_wrapper: false"),
        ours(
            "\u001b[33m╷\u001b[0m\n\u001b[33m│\u001b[0m Warning: deprecated\n" + PLAN,
            "a plan with other text around it",
            "redirect standard output alone"),
        ours(
            "Successfully synthesized to cdk.out\nPolicy: fine\nResources:\n  T: {Type: x}\n: x",
            "a template with other text around it",
            "`cdk.out`"));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        others(
            "service: acme\nprovider:\n  name: aws\nfunctions: {}\nresources:\n  Resources: {}\n",
            "the Serverless Framework",
            "cloudformation-template-update-stack.json"),
        others("{\"config\": {}, \"steps\": [], \"changeSummary\": {}}", "Pulumi", "only"),
        others("name: acme\nruntime: nodejs\ndescription: x\n", "Pulumi", "only"),
        others("{\"version\": 3, \"deployment\": {\"resources\": []}}", "Pulumi", "only"),
        others(
            "template_path: vpc.yaml\nparameters:\n  A: b\n",
            "Sceptre",
            "`sceptre generate STACK`"),
        others(
            "template:\n  path: vpc.yaml\nparameters:\n  A: b\n",
            "Sceptre",
            "`sceptre generate STACK`"),
        others(
            "homeRegion: us-east-1\ncloudWatch:\n  metricSets: []\n",
            "the Landing Zone Accelerator",
            "`yarn synth`"),
        others(
            "centralSecurityServices: {}\naccessAnalyzer: {enable: true}\n",
            "the Landing Zone Accelerator",
            "`yarn synth`"),
        others(
            "mandatoryAccounts: []\nworkloadAccounts: []\n",
            "the Landing Zone Accelerator",
            "`yarn synth`"),
        others(
            "organizationalUnits: []\nserviceControlPolicies: []\ntaggingPolicies: []\n",
            "the Landing Zone Accelerator",
            "`yarn synth`"),
        others("{\"data\": {\"type\": \"articles\"}, \"links\": {}}", "neither", "a plan is"),
        others("{\"version\": \"36.0.0\", \"artifacts\": {}}", "a CDK assembly", "`cdk.out`"),
        others("{\"version\": \"tree-0.1\", \"tree\": {}}", "a CDK assembly", "`cdk.out`"));
  }

  @ParameterizedTest
  @MethodSource({"ours", "others"})
  void eachIsNamedWithWhatGivesTheRightThing(
      String kind, String text, String message, String help) {
    Recognised told = Recognised.of("x", text);
    assertEquals(kind, told.kind(), told::toString);
    assertEquals("unrecognised-input", told.said().get(0).code());
    assertTrue(told.message().contains(message), told::message);
    assertTrue(told.help().contains(help), told::help);
  }
}
