package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement more in a policy, in the words in which the policy is written. */
final class EditedPolicyTest {
  private static final String POLICY = "aws_sns_topic_policy.p";

  private EditedModule module;

  @BeforeEach
  void inAFolder(@TempDir Path folder) {
    module = new EditedModule(folder);
  }

  private static Map<String, Object> statement(String sid) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Sid", sid);
    statement.put("Action", List.of("sns:Publish"));
    statement.put("Resource", EditedModule.arn("aws_sns_topic.t"));
    return statement;
  }

  private String with(String expression) throws Exception {
    String block = "resource \"aws_sns_topic_policy\" \"p\" {\n  policy = ";
    edit(block + expression + "\n}\n");
    String edited = module.edited("main.tf");
    assertTrue(edited.startsWith(block), edited);
    return edited.substring(block.length(), edited.length() - 3);
  }

  private void edit(String text) throws Exception {
    module.file("main.tf", text);
    module.file("topic.tf", "resource \"aws_sns_topic\" \"t\" {\n}\n");
    module
        .has("topic.tf", "aws_sns_topic.t")
        .has("main.tf", POLICY, "policy", "{\"Statement\": {\"Sid\": \"A\"}}")
        .set(POLICY, "policy", Map.of("Statement", List.of(Map.of("Sid", "A"), statement("B"))));
  }

  @Test
  void behindTheLastOfAList() throws Exception {
    assertEquals(
        """
        jsonencode({
            Statement = [
              {
                Sid = "A" # ours
              },
              {
                Sid      = "B"
                Action   = ["sns:Publish"]
                Resource = aws_sns_topic.t.arn
              },
            ]
          })\
        """,
        with(
            """
            jsonencode({
                Statement = [
                  {
                    Sid = "A" # ours
                  },
                ]
              })\
            """));
  }

  @Test
  void behindTheLastThatSharesLinesWithItsList() throws Exception {
    assertEquals(
        """
        jsonencode({
            Statement = [{
              Sid = "A"
              }, {
              Sid      = "B"
              Action   = ["sns:Publish"]
              Resource = aws_sns_topic.t.arn
            }]
          })\
        """,
        with("jsonencode({\n    Statement = [{\n      Sid = \"A\"\n    }]\n  })"));
  }

  @Test
  void oneThatIsNoListBecomesOne() throws Exception {
    assertEquals(
        """
        jsonencode({ Statement = [{ Sid = "A" }, {
            Sid      = "B"
            Action   = ["sns:Publish"]
            Resource = aws_sns_topic.t.arn
          }] })\
        """,
        with("jsonencode({ Statement = { Sid = \"A\" } })"));
  }

  @Test
  void inTheJsonOfAHeredoc() throws Exception {
    assertEquals(
        """
        <<EOF
        {"Statement": [
          {"Sid": "A"},
          {"Sid":"B","Action":["sns:Publish"],"Resource":"${aws_sns_topic.t.arn}"}
        ]}
        EOF\
        """,
        with("<<EOF\n{\"Statement\": [\n  {\"Sid\": \"A\"}\n]}\nEOF"));
  }

  @Test
  void oneTextIsWrittenAnew() throws Exception {
    String edited = with("\"{ \\\"Statement\\\": {\\\"Sid\\\": \\\"A\\\"} }\"");
    assertTrue(edited.startsWith("jsonencode({\n    Statement = [\n"), edited);
  }

  @Test
  void oneTextThatThePlanDoesNotHaveIsLeft() throws Exception {
    edit("resource \"aws_sns_topic_policy\" \"p\" {\n  policy = \"{}\"\n}\n");
    assertEquals("the file and the plan differ: make the plan again", module.refused());
  }

  @Test
  void aDocumentOfItsOwnGetsABlockMore() throws Exception {
    String document =
        "data \"aws_iam_policy_document\" \"d\" {\n  statement {\n    sid = \"A\"\n  }\n%s}\n\n";
    String policy =
        """
        resource "aws_sns_topic_policy" "p" {
          policy = data.aws_iam_policy_document.d.json
        }
        """;
    edit(document.formatted("") + policy);
    assertEquals(
        document.formatted(
                """

                  statement {
                    sid       = "B"
                    actions   = ["sns:Publish"]
                    resources = [aws_sns_topic.t.arn]
                  }
                """)
            + policy,
        module.edited("main.tf"));
  }

  @Test
  void aDocumentThatOthersUseIsLeft() throws Exception {
    edit(
        """
        data "aws_iam_policy_document" "d" {
        }
        resource "aws_sns_topic_policy" "p" {
          policy = data.aws_iam_policy_document.d.json
        }
        output "d" {
          value = data.aws_iam_policy_document.d.json
        }
        """);
    assertEquals("its text is made by an expression that is not followed", module.refused());
  }
}
