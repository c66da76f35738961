package io.trailproof.input.cloudformation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.document.Node;
import io.trailproof.document.RootMembers;
import io.trailproof.document.YamlReader;
import io.trailproof.input.Outline;
import io.trailproof.source.SourceFile;
import org.junit.jupiter.api.Test;

final class CloudFormationFormatTest {
  @Test
  void templatesAreRecognisedByWhatTheyHold() {
    assertTrue(isTemplate("AWSTemplateFormatVersion: 2010-09-09"));
    assertTrue(isTemplate("Resources: {T: {Type: 'AWS::SNS::Topic'}}"));
    assertTrue(isTemplate("Resources: {'Fn::ForEach::T': [N, [a], {}]}"));
    assertFalse(isTemplate("{apiVersion: v1, kind: List}"));
    assertFalse(isTemplate("services: {}"));
    assertFalse(isTemplate("Resources: 12"));
    assertFalse(isTemplate("Resources: [{Type: x}]"));
    assertFalse(isTemplate("Resources: {en: {greeting: hello}}"));
  }

  private static boolean isTemplate(String yaml) {
    CloudFormationFormat format = new CloudFormationFormat(BundledCatalog.read());
    Node root = YamlReader.read(SourceFile.ofText("t", yaml)).value().orElseThrow();
    return format.recognises(new Outline(false, RootMembers.of(root)))
        || format.recognises(root.asMapping().orElseThrow());
  }
}
