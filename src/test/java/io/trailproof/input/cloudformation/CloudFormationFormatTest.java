package io.trailproof.input.cloudformation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.input.Outline;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CloudFormationFormatTest {
  @Test
  void templatesAreRecognisedByWhatTheyHold() {
    CloudFormationFormat format = new CloudFormationFormat(BundledCatalog.read());
    assertTrue(format.recognises(new Outline(false, Map.of("Resources", ""))));
    assertTrue(
        format.recognises(new Outline(true, Map.of("AWSTemplateFormatVersion", "2010-09-09"))));
    assertFalse(format.recognises(new Outline(false, Map.of("apiVersion", "v1", "kind", "List"))));
    assertFalse(format.recognises(new Outline(false, Map.of("services", ""))));
    assertFalse(format.recognises(new Outline(true, Map.of("Resources", "12"))));
  }
}
