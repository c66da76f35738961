package io.trailproof.input.cloudformation.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Secrets;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.Read;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParameterDefaultsTest {
  private static final Secrets NONE = new ResourceGraph(List.of(), List.of()).secrets();

  private static final String PARAMETERS =
      """
      Parameters:
        Name: {Type: String, Default: ops}
        Create: {Type: String, Default: 'true'}
        Empty: {Type: String, Default: ''}
        Secret: {Type: String, Default: hush-hush, NoEcho: true}
        Only: {Type: String, Default: one, AllowedValues: [one]}
        List: {Type: CommaDelimitedList, Default: 'a, b'}
        Open: {Type: String}
      Mappings: {M: {ops: {k: v}}}
      Conditions:
        C: !Equals [!Ref Create, 'true']
        E: !Not [!Equals [!Ref Empty, '']]
        All: !And [!Condition C, !Not [!Condition E]]
      """;

  @Test
  void aPropertyRestsOnTheDefaultsInIt() {
    assertEquals(List.of("Name keeps its default `ops`"), named("!Ref Name"));
    assertEquals(List.of("Name keeps its default `ops`"), named("!Sub 'x-${Name}-${Name}'"));
    assertEquals(List.of("Name keeps its default `ops`"), named("!FindInMap [M, !Ref Name, k]"));
    assertEquals(List.of("List keeps its default `a, b`"), named("!Select [0, !Ref List]"));
    assertEquals(
        List.of("Create keeps its default `true`", "Name keeps its default `ops`"),
        named("!If [C, !Ref Name, !Ref Empty]"));
    assertEquals(
        List.of("Create keeps its default `true`", "Empty keeps its empty default"),
        named("!If [All, x, !Ref 'AWS::NoValue']"));
  }

  @Test
  void whatIsNoDefaultIsNoPremise() {
    assertEquals(List.of(), named("plain"));
    assertEquals(List.of(), named("!Ref Open"));
    assertEquals(List.of(), named("!Ref Only"));
    assertEquals(List.of(), named("!Sub '${AWS::StackName}-x'"));
  }

  @Test
  void whatIsGivenIsNoDefault() {
    String text = template("!If [C, !Ref Name, x]", "");
    assertEquals(
        List.of("Create keeps its default `true`"),
        words(Read.template(Map.of("Name", "ops"), text), "Topic"));
    assertEquals(
        List.of(), words(Read.template(Map.of("Name", "ops", "Create", "true"), text), "Topic"));
  }

  @Test
  void noEchoIsNeverShown() {
    assertEquals(List.of("Secret keeps its default"), named("!Ref Secret"));
  }

  @Test
  void aLongDefaultIsCutAndStaysInOneLine() {
    String word =
        words(
                Read.template(
                    "Parameters: {P: {Type: String, Default: \"a\\n"
                        + "b".repeat(500)
                        + "\"}}\n"
                        + "Resources: {Topic: {Type: 'AWS::SNS::Topic', Properties: {TopicName:"
                        + " !Ref P}}}"),
                "Topic")
            .get(0);
    assertEquals("P keeps its default `a " + "b".repeat(198) + "…`", word);
  }

  @Test
  void whatNoRuleAsksForRestsOnNothing() {
    assertEquals(
        List.of("Name keeps its default `ops`"),
        words(
            Read.template(template("!Ref Name", "Tags: [{Key: k, Value: !Ref Create}]")), "Topic"));
  }

  @Test
  void aResourceRestsOnItsConditionHoweverOftenThatIsAsked() {
    Read read =
        Read.template(
            PARAMETERS
                + """
                Resources:
                  A: {Type: 'AWS::SNS::Topic', Condition: All}
                  B: {Type: 'AWS::SNS::Topic', Condition: All}
                  N: {Type: 'AWS::SNS::Topic'}
                """);
    List<String> both = List.of("Create keeps its default `true`", "Empty keeps its empty default");
    assertEquals(both, words(read, "A"));
    assertEquals(both, words(read, "B"));
    assertEquals(List.of(), words(read, "N"));
  }

  @Test
  void whatIsNotThereByADefaultIsKeptWithItsPremiseAndWithoutProblems() {
    Read read =
        Read.template(
            PARAMETERS
                + """
                Resources:
                  Topic: {Type: 'AWS::SNS::Topic'}
                  Other: {Type: 'AWS::SNS::Topic', Condition: E}
                  Policy:
                    Type: AWS::SNS::TopicPolicy
                    Condition: E
                    Properties: {Topics: [!Ref Topic, !Ref Other], PolicyDocument: {}}
                """);
    Premises premises = read.reading().premises();
    assertEquals(List.of("Topic"), read.addresses());
    assertEquals(
        List.of("Other", "Policy"), premises.absent().stream().map(Resource::address).toList());
    assertEquals(List.of("Empty keeps its empty default"), words(read, "Policy"));
    assertEquals(List.of(), read.problems());
  }

  @Test
  void aLoopOverADefaultMakesWhatRestsOnIt() {
    Read read =
        Read.template(
            """
            Transform: AWS::LanguageExtensions
            Parameters: {Names: {Type: CommaDelimitedList, Default: 'a,b'}}
            Resources:
              Written: {Type: 'AWS::SNS::Topic'}
              Fn::ForEach::Topics:
                - N
                - !Ref Names
                - 'T${N}': {Type: 'AWS::SNS::Topic'}
            """);
    assertEquals(List.of("Names keeps its default `a,b`"), words(read, "Ta"));
    assertEquals(List.of("Names keeps its default `a,b`"), words(read, "Tb"));
    assertEquals(List.of(), words(read, "Written"));
  }

  @Test
  void defaultsCrossStacksBothWays(@TempDir Path folder) throws IOException {
    Path parent =
        Files.writeString(
            folder.resolve("parent.yaml"),
            """
            Parameters:
              Make: {Type: String, Default: 'yes'}
              Prefix: {Type: String, Default: p}
            Conditions: {M: !Equals [!Ref Make, 'yes']}
            Resources:
              Child:
                Type: AWS::CloudFormation::Stack
                Condition: M
                Properties:
                  TemplateURL: child.yaml
                  Parameters: {Name: !Ref Prefix}
              Above: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !GetAtt Child.Outputs.Text}}
            """);
    Path child =
        Files.writeString(
            folder.resolve("child.yaml"),
            """
            Parameters:
              Name: {Type: String, Default: never}
              Suffix: {Type: String, Default: s}
            Resources:
              Below: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref Name}}
            Outputs: {Text: {Value: !Ref Suffix}}
            """);
    Read read = Read.files(ReadSettings.NONE, file(parent), file(child));
    assertEquals(
        List.of("Make keeps its default `yes`", "Prefix keeps its default `p`"),
        words(read, "Child/Below"));
    assertEquals(
        List.of("Make keeps its default `yes`", "Suffix keeps its default `s`"),
        words(read, "Above"));
    assertEquals(
        List.of(parent.toString(), child.toString()),
        premises(read, "Above").stream().map(Premise::about).toList());
  }

  private static SourceFile file(Path path) throws IOException {
    return SourceFile.ofText(path.toString(), Files.readString(path));
  }

  @Test
  void anImportRestsOnTheExportAndOnWhatNamesIt() {
    SourceFile exporting =
        SourceFile.ofText(
            "a.yaml",
            """
            Parameters: {As: {Type: String, Default: x}, Text: {Type: String, Default: t}}
            Resources: {T: {Type: 'AWS::SNS::Topic'}}
            Outputs: {O: {Value: !Ref Text, Export: {Name: !Ref As}}}
            """);
    SourceFile importing =
        SourceFile.ofText(
            "b.yaml",
            """
            Parameters: {From: {Type: String, Default: x}}
            Resources:
              I: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !ImportValue {Ref: From}}}
            """);
    assertEquals(
        List.of(
            "As keeps its default `x`", "From keeps its default `x`", "Text keeps its default `t`"),
        words(Read.files(ReadSettings.NONE, exporting, importing), "I").stream().sorted().toList());
  }

  @Test
  void eachWayRestsOnItsOwnDefaults() {
    Read read =
        Read.template(
            PARAMETERS
                + """
                  O: !Equals [!Ref Open, x]
                Resources:
                  T: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !If [O, !Ref Name, !Ref Secret]}}
                """);
    List<List<String>> ways =
        read.reading().hypotheses().stream()
            .map(variant -> words(variant.then().premises().of(new ResourceId("t.yaml", "T"))))
            .toList();
    assertEquals(
        List.of(List.of("Name keeps its default `ops`"), List.of("Secret keeps its default")),
        ways);
  }

  @Test
  void aDefaultThatIsASecretElsewhereIsNotShown() {
    Read read =
        Read.template(
            PARAMETERS
                + """
                Resources:
                  A: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref Secret}}
                """);
    Secrets secrets = new ResourceGraph(read.reading().resources(), List.of()).secrets();
    Premise premise =
        new Premise(
            Assumed.PARAMETER_DEFAULT,
            "keeps",
            Optional.of("`hush-hush`"),
            "t",
            Premise.Reach.PROOF);
    assertFalse(premise.words(secrets).contains("hush"));
    assertEquals("keeps `hush-hush`", premise.words(NONE));
  }

  private static String template(String name, String more) {
    return PARAMETERS
        + "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: "
        + name
        + "\n      "
        + more
        + "\n";
  }

  private static List<String> named(String name) {
    return words(Read.template(template(name, "")), "Topic");
  }

  private static List<Premise> premises(Read read, String address) {
    Premises premises = read.reading().premises();
    return premises.byResource().entrySet().stream()
        .filter(entry -> entry.getKey().address().equals(address))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  private static List<String> words(Read read, String address) {
    return words(premises(read, address));
  }

  private static List<String> words(List<Premise> premises) {
    return premises.stream()
        .map(one -> one.words(NONE).replaceFirst("^parameter `([^`]*)`", "$1"))
        .toList();
  }
}
