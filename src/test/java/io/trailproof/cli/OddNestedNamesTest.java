package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an input names and no file can be called leaves open what was named, and no more. */
final class OddNestedNamesTest {
  private static final List<String> NAMES =
      List.of(
          "",
          ".",
          "/",
          "\0",
          "a\0b.yaml",
          "part.yaml\0",
          "\uD83D.yaml",
          "x".repeat(5000),
          "a/".repeat(3000),
          "no\n::error::such\r/\u001b[31mfile\u202e",
          "file:///etc/hostname",
          "C:\\part.yaml",
          "*?[",
          "part.yaml/");

  @TempDir private Path folder;

  private static String quoted(String name) {
    return TextNode.valueOf(name).toString().replace("\uD83D", "\\ud83d");
  }

  /** The run that a text of a template comes to, which is not proven by what it cannot name. */
  private void isOpen(String template, String name) throws IOException {
    Path file = folder.resolve("t.json");
    Files.writeString(file, template.replace("%s", quoted(name)));
    Invocation.Ended ended = Invocation.of("check", "--no-config", file.toString());
    String said = quoted(name) + "\n" + ended.out() + ended.err();
    assertTrue(ended.status() == 1 || ended.status() == 3, ended.status() + " " + said);
    assertTrue(said.contains("unknown iam-policy-changes") || said.contains("error["), said);
    assertEquals(Optional.empty(), Harmless.harm(ended.out() + "\n" + ended.err()), said);
  }

  @Test
  void whatATemplateTakesInIsOpen() throws IOException {
    for (String name : NAMES) {
      for (String template :
          List.of(
              "{'N': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TemplateURL': %s}}}",
              "{'N': {'Type': 'AWS::CloudFormation::Stack', 'Metadata': {'aws:asset:path': %s},"
                  + " 'Properties': {'TemplateURL': 'https://b.s3.amazonaws.com/none.json'}}}",
              "{'N': {'Type': 'AWS::Serverless::Application', 'Properties': {'Location': %s}}}",
              "{'Fn::Transform': {'Name': 'AWS::Include', 'Parameters': {'Location': %s}}}")) {
        isOpen("{\"Resources\": " + template.replace('\'', '"') + "}", name);
      }
      isOpen(
          "{\"Transform\": {\"Name\": \"AWS::Include\", \"Parameters\": {\"Location\": %s}},"
              + " \"Resources\": {\"T\": {\"Type\": \"AWS::SNS::Topic\"}}}",
          name);
    }
  }

  @Test
  void whatAnAssemblyNamesIsOpen() throws IOException {
    for (String name : NAMES) {
      Files.writeString(
          folder.resolve("manifest.json"),
          "{\"artifacts\": {\"t\": {\"type\": \"aws:cloudformation:stack\", \"properties\":"
              + " {\"templateFile\": \"t.json\", \"stackName\": %s}, \"environment\": %s}}}"
                  .replace("%s", quoted(name)));
      Files.writeString(
          folder.resolve("t.assets.json"),
          "{\"files\": {\"a\": {\"source\": {\"path\": %s}, \"destinations\": {\"d\":"
              + " {\"objectKey\": \"none.json\"}, \"e\": {\"objectKey\": %s}}}}}"
                  .replace("%s", quoted(name)));
      isOpen(
          "{\"Resources\": {\"N\": {\"Type\": \"AWS::CloudFormation::Stack\", \"Properties\":"
              + " {\"TemplateURL\": \"https://b.s3.amazonaws.com/none.json\"}}}}",
          name);
    }
  }

  @Test
  void modulesThatCannotBeNamedAreNotRead() throws IOException {
    String plan = "fixtures/terraform/threshold-100/plan.json";
    Path sources = folder.resolve("main.tf");
    for (String name : NAMES) {
      for (String before : List.of("", "./")) {
        String literal = quoted(before + name).replace("\\/", "/");
        Files.writeString(
            sources, "module \"m\" {\n  source = " + literal + "\n}\n", StandardCharsets.UTF_8);
        Invocation.Ended ended =
            Invocation.of("check", "--no-config", "--source", folder.toString(), plan);
        assertEquals(1, ended.status(), literal + ended.out());
        assertEquals(Optional.empty(), Harmless.harm(ended.out()), literal + ended.out());
      }
    }
  }

  @Test
  void namesInAListAreErrorsOfTheirOwn() {
    String plan = "fixtures/terraform/compliant/plan.json";
    for (String name : NAMES.subList(3, NAMES.size())) {
      for (String format : List.of("text", "jsonl")) {
        Invocation.Ended ended =
            new Invocation()
                .reading(name + "\n" + plan + "\n")
                .run("check", "--no-config", "--each", "-f", format, "--inputs-from", "-");
        String said = quoted(name) + "\n" + ended.out() + ended.err();
        assertEquals(3, ended.status(), said);
        // One that has a NUL makes it a list whose names end with NUL, as `find -print0` writes.
        assertTrue(name.contains("\0") || ended.out().contains("iam-policy-changes"), said);
        assertEquals(Optional.empty(), Harmless.harm(ended.out() + "\n" + ended.err()), said);
      }
    }
  }
}
