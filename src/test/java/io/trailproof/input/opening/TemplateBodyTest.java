package io.trailproof.input.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code aws cloudformation get-template} prints, in each of its forms. */
final class TemplateBodyTest {
  private static final String TEMPLATE = "cloudformation";

  @Test
  void anObjectIsAPartOfTheFile() {
    Recognised told =
        Recognised.of(
            "stack.json",
            """
            {
              "TemplateBody": {
                "Resources": {"T": {"Type": "AWS::SNS::Topic"}}
              },
              "StagesAvailable": ["Original", "Processed"]
            }
            """);
    assertEquals(TEMPLATE, told.kind());
    assertEquals(List.of("stack.json"), told.parts());
    assertEquals('{', told.texts().get(0).charAt(0));
  }

  @Test
  void aTextIsOneOfItsOwnAndSaysSo() {
    Recognised told =
        Recognised.of(
            "stack.json",
            "{\"TemplateBody\": \"Resources:\\n  T: {Type: 'AWS::SNS::Topic'}\\n\","
                + " \"StagesAvailable\": [\"Original\"]}");
    assertEquals(TEMPLATE, told.kind());
    assertEquals(List.of("stack.json:TemplateBody"), told.parts());
    assertEquals(List.of("Resources:\n  T: {Type: 'AWS::SNS::Topic'}\n"), told.texts());
  }

  @Test
  void theYamlOfTheCommandLineIsReadAsWell() {
    Recognised block =
        Recognised.of(
            "stack.yaml",
            """
            StagesAvailable:
            - Original
            TemplateBody:
              AWSTemplateFormatVersion: '2010-09-09'
              Resources:
                T:
                  Type: AWS::SNS::Topic
            """);
    assertEquals(TEMPLATE, block.kind(), block::toString);
    assertEquals(TEMPLATE, Recognised.of("x", block.texts().get(0)).kind());
    Recognised text =
        Recognised.of("stack.yaml", "TemplateBody: |\n  Resources: {}\nStagesAvailable: []\n");
    assertEquals(List.of("stack.yaml:TemplateBody"), text.parts());
  }

  @Test
  void aBodyAmongOtherThingsIsNone() {
    assertEquals("other", Recognised.of("x", "TemplateBody: {Resources: {}}\nName: x\n").kind());
    assertEquals("other", Recognised.of("x", "TemplateBody: 1\n").kind());
    assertEquals("other", Recognised.of("x", "{\"TemplateBody\": \"no template\"}").kind());
    assertEquals("broken", Recognised.of("x", "{\"TemplateBody\": \"a: b: c\"}").kind());
  }
}
