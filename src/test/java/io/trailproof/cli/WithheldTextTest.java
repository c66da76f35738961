package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in a template is shown, but where the text is a secret. */
final class WithheldTextTest {
  private static final String SECRET = "S3CR3T";

  @TempDir private Path folder;

  /** What is printed of a template, which must say something of some code. */
  private String printed(String text, String code) throws IOException {
    Path file = folder.resolve("t.yaml");
    Files.writeString(file, text);
    StringBuilder all = new StringBuilder();
    for (String format : List.of("html", "junit", "sarif", "json", "text")) {
      Invocation.Ended ended = Invocation.of("check", "--no-config", "-f", format, file.toString());
      all.append(ended.out()).append(ended.err());
    }
    assertTrue(all.indexOf(code) >= 0, all::toString);
    return all.toString();
  }

  private void nothingLeaks(String text, String code) throws IOException {
    String all = printed(text, code);
    assertFalse(all.contains(SECRET), all);
  }

  @Test
  void aBrokenTemplateShowsNoDefaultUnderNoEcho() throws IOException {
    String template =
        """
        Parameters:
          Password:
            Type: String
            NoEcho: true
            Default: S3CR3T: x
        Resources: {}
        """;
    for (String head : List.of("", "AWSTemplateFormatVersion: 2010-09-09\n")) {
      nothingLeaks(head + template, "invalid-yaml");
      String plain = printed(head + template.replace("NoEcho: true", "MinLength: 1"), "invalid");
      assertTrue(plain.contains(SECRET), plain);
    }
  }

  @Test
  void aDeclarationUnderNoEchoIsNotShown() throws IOException {
    String template =
        """
        Parameters:
          Password: { Type: Strin, NoEcho: %s, Default: S3CR3T }
        Resources: { Topic: { Type: AWS::SNS::Topic } }
        """;
    nothingLeaks(template.formatted("\"True\""), "invalid-template");
    assertTrue(printed(template.formatted(false), "invalid-template").contains(SECRET));
  }

  /** The value that is refused stands in a file, the default beside what refuses it. */
  @Test
  void whatRefusesAValueIsNotShownBesideTheDefault() throws IOException {
    Path given = Files.writeString(folder.resolve("given.json"), "{\"Password\": \"S3CR3T-2\"}");
    Path template = folder.resolve("p.yaml");
    Files.writeString(
        template,
        """
        Parameters:
          Password: { Type: Number, NoEcho: true, Default: S3CR3T }
        Resources: { Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Password } } }
        """);
    String out =
        Invocation.of("check", "--no-config", "--parameters", given.toString(), template.toString())
            .out();
    assertTrue(out.contains("refused-value"), out);
    assertFalse(out.contains(SECRET), out);
  }

  @Test
  void whatIsNoSnippetIsNotShown() throws IOException {
    Files.writeString(folder.resolve("secret.yaml"), "password: S3CR3T\nothers: [S3CR3T]\n");
    nothingLeaks(
        """
        Resources:
          Topic: { Type: AWS::SNS::Topic }
          Fn::Transform: { Name: AWS::Include, Parameters: { Location: secret.yaml } }
        """,
        "invalid-template");
  }

  /** In the template that a text becomes nobody could tell which part of it was hidden. */
  @Test
  void aTemplateInATextWithAHiddenParameterIsNotRead() throws IOException {
    String template =
        """
        Parameters:
          Password: { Type: String, NoEcho: %s, Default: S3CR3T }
        Resources:
          Set:
            Type: AWS::CloudFormation::StackSet
            Properties:
              StackSetName: set
              PermissionModel: SELF_MANAGED
              TemplateBody: !Sub '{"Resources": {"Group": {"Type": "${Password}"}}%s'
        """;
    for (String end : List.of("}", "")) {
      nothingLeaks(template.formatted(true, end), "stack set");
    }
    String plain = printed(template.formatted(false, ""), "invalid-json");
    assertTrue(plain.contains(SECRET), plain);
  }
}
