package io.trailproof.input.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.JsonStream;
import io.trailproof.input.Outline;
import io.trailproof.input.terraform.plan.PlanReader;
import io.trailproof.source.SourceFile;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private static boolean recognises(String json) {
    SourceFile file = SourceFile.ofText("x.json", json.replace('\'', '"'));
    return new TerraformFormat(StubCatalog.catalog())
        .recognises(new Outline(true, JsonStream.outline(file, some -> false)));
  }

  @Test
  void aRawStateIsRecognisedAndRefusedWithTheWayOut() {
    String state =
        "{'version':4,'terraform_version':'1.11.4','serial':3,'lineage':'x','resources':[]}";
    assertTrue(recognises(state));
    Diagnostic refusal = Plans.refusal(state);
    assertEquals("this is a raw terraform state", refusal.message());
    assertTrue(refusal.help().get(0).contains("terraform show -json"));
  }

  @Test
  void anotherMajorFormatIsRefusedWhereItIsWritten() {
    Diagnostic refusal = Plans.refusal("{'format_version':'2.0','planned_values':{}}");
    assertEquals("plan format `2.0` is not known here", refusal.message());
    assertEquals("\"2.0\"", Objects.requireNonNull(refusal.primary()).span().text());
  }

  @Test
  void newerMinorFormatsAreRead() {
    for (String version : new String[] {"0.1", "0.2", "1.0", "1.1", "1.2", "1.99", "1"}) {
      Plans.read(
          "{\"format_version\":\""
              + version
              + "\",\"planned_values\":{\"root_module\":{}},\"configuration\":{\"root_module\":{}}}",
          io.trailproof.input.ReadSettings.NONE);
    }
  }

  @Test
  void otherJsonOfTerraformIsNotTakenForAPlan() {
    assertFalse(recognises("{'format_version':'1.0','provider_schemas':{}}"));
    assertFalse(recognises("{'format_version':'1.0','valid':true,'diagnostics':[]}"));
    assertFalse(recognises("{'terraform_version':'1.11.4','platform':'linux_amd64'}"));
    assertFalse(recognises("{'Resources':{}}"));
    assertFalse(recognises("[]"));
  }

  @Test
  void plansAndStatesAreRecognisedWhateverTheOrderOfTheirKeys() {
    assertTrue(recognises("{'format_version':'1.2','terraform_version':'1','planned_values':{}}"));
    assertTrue(recognises("{'planned_values':{},'format_version':'1.2'}"));
    assertTrue(recognises("{'values':{'root_module':{}},'format_version':'1.0'}"));
    assertTrue(recognises("{'format_version':'1.0'}"));
  }

  @Test
  void wrongShapesAreErrorsWithAPlace() {
    Diagnostic refusal = Plans.refusal("{'format_version':'1.2','planned_values':[]}");
    assertEquals("expected an object here", refusal.message());
    refusal =
        Plans.refusal(
            "{'format_version':'1.2','planned_values':{'root_module':{'resources':[1]}}}");
    assertEquals("expected an object here", refusal.message());
    assertEquals("1", Objects.requireNonNull(refusal.primary()).span().text());
    refusal =
        Plans.refusal(
            "{'format_version':'1.2','resource_changes':[{'type':'aws_sns_topic','address':'x','change':{}}]}");
    assertEquals("expected a resource with an `address` here", refusal.message());
    assertEquals("expected an object here", Plans.refusal("5").message());
    assertEquals("there is nothing in this file", Plans.refusal("").message());
  }

  @Test
  void aPlanWithoutItsValuesIsRefused() {
    assertEquals(
        "this plan has no `planned_values`",
        Plans.refusal("{'format_version':'1.2','resource_changes':[]}").message());
  }

  @Test
  void aBinaryPlanIsToldByItsFirstBytes() {
    byte[] zip = {'P', 'K', 3, 4, 20};
    assertTrue(
        PlanReader.refusal(zip, "tfplan")
            .orElseThrow()
            .help()
            .get(0)
            .contains("terraform show -json tfplan"));
    assertFalse(PlanReader.refusal(new byte[] {'{', '"', 'P', 'K'}, "tfplan").isPresent());
  }
}
