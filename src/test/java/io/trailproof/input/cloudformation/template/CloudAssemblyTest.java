package io.trailproof.input.cloudformation.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.graph.Resource;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.Read;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CloudAssemblyTest {
  @Test
  void theManifestNamesRegionAccountAndStack(@TempDir Path folder)
      throws IOException, UnreadableSource {
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"version": "36.0.0", "artifacts": {"S.assets": {"type": "cdk:asset-manifest"},
         "S": {"type": "aws:cloudformation:stack",
           "environment": "aws://unknown-account/eu-west-1",
           "properties": {"templateFile": "S.template.json", "stackName": "prod"}}}}
        """);
    Path template = folder.resolve("S.template.json");
    Files.writeString(
        template,
        """
        {"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName":
          {"Fn::Sub": "${AWS::StackName} ${AWS::Region} ${AWS::AccountId}"}}},
         "N": {"Type": "AWS::CloudFormation::Stack",
           "Properties": {"TemplateURL": {"Fn::Sub": "https://x/${AWS::AccountId}/1f.json"}},
           "Metadata": {"aws:asset:path": "SN.nested.template.json",
             "aws:asset:property": "TemplateURL"}}}}
        """);
    Files.writeString(
        folder.resolve("SN.nested.template.json"),
        "{\"Resources\": {\"G\": {\"Type\": \"AWS::Logs::LogGroup\"}}}");
    Read read = Read.files(ReadSettings.NONE, SourceFile.open(template.toString(), template));
    assertEquals("prod eu-west-1 ${AWS::AccountId}", read.nameInWords());
    Resource nested = read.resource("N/G");
    assertEquals("eu-west-1", Rendering.words(nested.place().region()));
  }
}
