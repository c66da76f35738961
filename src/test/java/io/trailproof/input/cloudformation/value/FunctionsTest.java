package io.trailproof.input.cloudformation.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Equality;
import io.trailproof.graph.Value;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.Read;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FunctionsTest {
  private static final String MAPS =
      """
      Parameters:
        Env: {Type: String}
        Stage: {Type: String, Default: prod}
        Ids: {Type: CommaDelimitedList, Default: "a, b,c"}
        Size: {Type: Number, Default: 05}
        On: {Type: String, Default: yes}
        Key: {Type: "AWS::SSM::Parameter::Value<String>", Default: /log/group}
        Only: {Type: String, AllowedValues: [one]}
        Secret: {Type: String, NoEcho: true, Default: hush}
      Mappings:
        M:
          prod: {name: p, list: [x, y]}
          test: {name: t, list: [z]}
        Same:
          a: {v: 1}
          b: {v: 1}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
        Open: !Equals [!Ref Env, prod]
      """;

  @Test
  void parametersAreTheirDefaultsOrThemselves() {
    assertName("prod", "!Ref Stage");
    assertName("${parameter Env}", "!Ref Env");
    assertName("05", "!Ref Size");
    assertName("true", "!Ref On");
    assertName("one", "!Ref Only");
    assertName("${SSM parameter /log/group}", "!Ref Key");
  }

  @Test
  void aDefaultThatItsParameterRefusesIsNone() {
    String parameters =
        """
        Parameters:
          A: {Type: String, Default: '', AllowedPattern: '.+@.+'}
          B: {Type: String, Default: '', MinLength: 1}
          C: {Type: String, Default: z, AllowedValues: [x, y]}
          D: {Type: String, Default: '', AllowedPattern: '^$|.+@.+'}
          E: {Type: String, Default: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, AllowedPattern: '(.*a){12}b'}
          F: {Type: String, Default: x, AllowedPattern: '('}
        """;
    assertEquals(
        "${parameter A} ${parameter B} ${parameter C}  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa x",
        Read.named(parameters, "!Sub '${A} ${B} ${C} ${D} ${E} ${F}'").nameInWords());
  }

  @Test
  void aDefaultKeepsThePlaceItIsWrittenAt() {
    Value name = Read.named(MAPS, "!Ref Stage").name();
    assertEquals("prod", name.origin().span() == null ? "" : name.origin().span().text());
  }

  @Test
  void aParameterThatIsNotToBeShownStaysHidden() {
    assertTrue(Read.named(MAPS, "!Sub 'x-${Secret}'").name().origin().sensitive());
    assertTrue(Read.named(MAPS, "!Ref Secret").name().origin().sensitive());
  }

  @Test
  void pseudoParametersAreSymbolsOfTheRunOrOfTheStack() {
    Value region = Read.named("", "!Ref AWS::Region").name();
    assertEquals("", assertInstanceOf(Value.Symbol.class, region).scope());
    Value stack = Read.named("", "!Ref AWS::StackName").name();
    assertEquals("t.yaml", assertInstanceOf(Value.Symbol.class, stack).scope());
    assertName("${AWS::Region}-x", "!Sub '${AWS::Region}-x'");
  }

  @Test
  void aGivenRegionSettlesThePartition() {
    ReadSettings settings =
        new ReadSettings(Optional.of("us-gov-west-1"), Optional.of("123456789012"));
    Read read =
        Read.files(
            settings,
            SourceFile.ofText(
                "t",
                "Resources: {Topic: {Type: 'AWS::SNS::Topic', Properties: {TopicName:"
                    + " !Sub '${AWS::Partition} ${AWS::Region} ${AWS::AccountId}"
                    + " ${AWS::URLSuffix}'}}}"));
    assertEquals("aws-us-gov us-gov-west-1 123456789012 amazonaws.com", read.nameInWords());
  }

  @Test
  void referencesToResourcesMeanWhatTheCatalogSays() {
    Value ref = Read.named("", "!Ref Group").name();
    assertEquals("name", assertInstanceOf(Value.Reference.class, ref).attribute());
    Value arn = Read.named("", "!GetAtt Group.Arn").name();
    assertEquals("arn", assertInstanceOf(Value.Reference.class, arn).attribute());
    Value listed = Read.named("", "{\"Fn::GetAtt\": [Group, Arn]}").name();
    assertTrue(Equality.of(arn, listed).isYes());
    assertName("${resource Group.Nope}", "!GetAtt Group.Nope");
  }

  @Test
  void textIsPutTogether() {
    assertName(
        "a-prod-${Literal}-$-t",
        "!Sub ['a-${Stage}-${!Literal}-$-${v}', {v: !FindInMap [M, test, name]}]");
    assertName("a/b/c", "!Join [/, !Ref Ids]");
    assertName("x${parameter Env}y", "!Join ['', [x, !Ref Env, y]]");
    assertName("b", "!Select [1, !Ref Ids]");
    assertName("b", "!Select ['1', !Split ['-', 'a-b-c']]");
    assertName("${AWS::Region}", "!Select [1, !Split [':', !Sub 'arn:${AWS::Region}:x']]");
    assertName("3", "!Length [a, b, c]");
    assertName("{\"a\":[1,\"x\\\"\"]}", "!ToJsonString {a: [1, 'x\"']}");
  }

  @Test
  void theNameInAnArnIsTheName() {
    String name = "!Select [6, !Split [':', !GetAtt Group.Arn]]";
    Value.Reference group =
        assertInstanceOf(Value.Reference.class, Read.named("", name).name(), name);
    assertEquals("name", group.attribute());
    assertName("*", "!Select [7, !Split [':', !GetAtt Group.Arn]]");
    assertName("${AWS::Region}", "!Select [3, !Split [':', !GetAtt Group.Arn]]");
  }

  @Test
  void aListOfArnsComesApartWhereItWasPutTogether() {
    String second = "!Select [1, !Split [',', !Join [',', [a, !GetAtt Group.Arn]]]]";
    Value.Reference group =
        assertInstanceOf(Value.Reference.class, Read.named("", second).name(), second);
    assertEquals("arn", group.attribute());
    assertName("a", "!Select [0, !Split [',', !Join [',', [a, !GetAtt Group.Arn]]]]");
  }

  @Test
  void mappingsAreLookedUpAndUnknownKeysMeanEveryRow() {
    assertName("p", "!FindInMap [M, !Ref Stage, name]");
    assertName("y", "!Select [1, !FindInMap [M, prod, list]]");
    assertName("[p, t]", "!FindInMap [M, !Ref Env, name]");
    assertName("1", "!FindInMap [Same, !Ref Env, v]");
    assertName("d", "!FindInMap [M, nope, name, {DefaultValue: d}]");
    assertEquals(
        List.of("unknown-mapping !FindInMap [M, nope, name]"),
        Read.named(MAPS, "!FindInMap [M, nope, name]").problems());
  }

  @Test
  void aDecidedConditionTakesItsBranchAndAnOpenOneBoth() {
    assertName("a", "!If [IsProd, a, b]");
    assertName("[a, b]", "!If [Open, a, b]");
    assertName("a", "!If [Open, a, a]");
    assertName("[x-a, x-b]", "!Sub ['x-${v}', {v: !If [Open, a, b]}]");
    Value.Choice choice =
        assertInstanceOf(Value.Choice.class, Read.named(MAPS, "!If [Open, a, b]").name());
    assertEquals("hangs on condition `Open`, and that on `Env`", choice.why());
  }

  @Test
  void whatOnlyTheServiceKnowsEqualsItself() {
    for (String call :
        List.of(
            "!Base64 x",
            "!GetAZs ''",
            "!Cidr [!Ref Env, 2, 8]",
            "!ImportValue N",
            "!Select [1, !Split ['-', !Ref Env]]",
            "'{{resolve:ssm:/x:1}}'")) {
      Value once = Read.named(MAPS, call).name();
      assertInstanceOf(Value.Symbol.class, once, call);
      assertTrue(Equality.of(once, Read.named(MAPS, call).name()).isYes(), call);
    }
    assertName("a-${{{resolve:ssm:/x}}}-b", "'a-{{resolve:ssm:/x}}-b'");
  }

  @Test
  void whatIsNotEvenThatIsUnknownWithAReason() {
    assertName(
        "? is made by a macro that the template does not hold", "{\"Fn::Transform\": {Name: M}}");
    assertName("? is made by a `Fn::Select` that CloudFormation refuses", "!Select x");
    assertName("? is made by an `Fn::Select` beyond the end of its list", "!Select [9, [a]]");
    assertName("? is made by the custom resource `C`", "!GetAtt C.X\n  C: {Type: 'Custom::X'}");
  }

  @Test
  void wrongShapesAndNamesAreReportedWhereTheyStand() {
    assertEquals(List.of("invalid-function !Select x"), Read.named("", "!Select x").problems());
    assertEquals(
        List.of("unknown-reference Topik"),
        Read.named("", "!Ref Topik").problems().stream().map(p -> p.replace("!Ref ", "")).toList());
    assertEquals(
        List.of("unknown-reference ${Topik.Arn}"),
        Read.named("", "!Sub 'é ''${Topik.Arn}'").problems());
    assertEquals(List.of("unknown-condition Nope"), Read.named("", "!If [Nope, a, b]").problems());
    assertEquals(List.of("invalid-function ${a b}"), Read.named("", "!Sub 'x${a b}'").problems());
    assertEquals(List.of("null-value "), Read.named("", "").problems());
  }

  @Test
  void textThatMultipliesItselfIsNotWrittenOut() {
    for (String seed : List.of("\"aaaa\"", "{Ref: P}")) {
      String text = seed;
      for (int i = 0; i < 12; i++) {
        text = "{'Fn::Sub': ['" + "${V}".repeat(10) + "', {V: " + text + "}]}";
      }
      String name = Read.named("Parameters: {P: {Type: String}}", text).nameInWords();
      assertTrue(name.length() < 1_000_000, () -> name.length() + " characters");
    }
  }

  @Test
  void numbersKeepTheTextOfAccountIds() {
    assertName("012345670123", "012345670123");
    assertName("31", "0x1F");
    assertName("1.5", "1.50");
    assertName("1e999999999", "1e999999999");
  }

  private static void assertName(String expected, String yaml) {
    assertEquals(expected, Read.named(MAPS, yaml).nameInWords(), yaml);
  }
}
