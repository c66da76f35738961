package io.trailproof.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Values that have broken programs before. */
final class HostileScalars {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Texts: control characters, commands of runners, names that are almost right, empty ones. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b.yaml",
          "\u001b[31mred\u0007",
          "\n::error title=forged::x",
          "::stop-commands::x",
          "x ##vso[task.setvariable variable=a]b ##[error]c",
          "\u202Eevil\u2066\u2069",
          "\uD83D\uDE00\u0301\uFE0F",
          "\uD83D",
          "\u2028\u2029\u0085",
          "arn:",
          "arn:aws:cloudtrail",
          "arn:aws:cloudtrail:us-east-1:111122223333:org",
          "arn:aws:sns:us-east-1:111122223333:",
          "arn:aws:sns:::x",
          "arn:aws:logs:us-east-1:111122223333:log-group",
          "arn:aws:logs:us-east-1:111122223333:log-group:/a:*:b",
          "arn:aws:iam::111122223333:role",
          "arn:aws:lambda:us-east-1:111122223333:function:",
          "arn:aws:::::::::",
          "arn:aws-cn:s3:::*",
          "111122223333",
          "0111122223333",
          "us-east-1",
          "mars-north-1",
          "${",
          "${}",
          "${AWS::",
          "${AWS::Region}${AWS::AccountId}",
          "${!Literal}${A.B.C}${ }",
          "{{resolve:ssm:/a/b}}",
          "{{resolve:secretsmanager:",
          "<script>alert(1)</script>&amp;]]>",
          "@octocat #1 [y](http://z) `|",
          "../../../../etc/passwd",
          "file:///C:/x\\y|?*\"<>",
          "%s%n%d$1\\1",
          "*",
          "**?",
          "{ $.a = * }",
          "{ ($.a = \"",
          "{\"a\":",
          "[[[[[[[[[[[[[[[[",
          "true",
          "null",
          "1e999999999",
          "-0",
          "0x7fffffff",
          "007",
          "NaN",
          "9223372036854775808",
          "1_000",
          "Ref",
          "Fn::Sub",
          "AWS::NoValue",
          "aws_cloudtrail.main",
          "module.a.module.b[\"x\"].aws_sns_topic.t[0]",
          "data.aws_sns_topic.x.arn",
          "__proto__",
          "a".repeat(3000),
          "ALARM(".repeat(300));

  private static final List<JsonNode> OTHERS =
      List.of(
          NullNode.instance,
          BooleanNode.TRUE,
          BooleanNode.FALSE,
          IntNode.valueOf(0),
          IntNode.valueOf(-1),
          IntNode.valueOf(1),
          IntNode.valueOf(Integer.MAX_VALUE),
          BigIntegerNode.valueOf(BigInteger.TEN.pow(40)),
          DecimalNode.valueOf(new BigDecimal("1E-400")),
          DecimalNode.valueOf(new BigDecimal("1e308")),
          DecimalNode.valueOf(new BigDecimal("0.1")),
          JSON.createArrayNode(),
          JSON.createObjectNode(),
          JSON.createArrayNode().add(JSON.createArrayNode()),
          JSON.createArrayNode().addNull().add(1).add("x"),
          JSON.createObjectNode().put("", ""),
          JSON.createObjectNode().put("Ref", "AWS::NoValue"),
          JSON.createObjectNode().put("Ref", 1),
          JSON.createObjectNode().putNull("Fn::GetAtt"),
          JSON.createObjectNode().set("Fn::Sub", JSON.createArrayNode()),
          JSON.createObjectNode()
              .set("Fn::If", JSON.createArrayNode().add("Nowhere").add(1).add(2)),
          JSON.createObjectNode().set("Fn::Join", JSON.createArrayNode().add(",").add("x")),
          JSON.createObjectNode().set("Fn::Select", JSON.createArrayNode().add(9).add("x")),
          JSON.createObjectNode().put("Fn::Transform", "x"),
          JSON.createObjectNode().put("constant_value", true),
          JSON.createObjectNode().set("references", JSON.createArrayNode().add("").add(1)));

  private HostileScalars() {}

  /** A text, or something that is none. */
  static JsonNode any(Random random) {
    return random.nextInt(3) > 0
        ? TextNode.valueOf(text(random))
        : FuzzTarget.any(random, OTHERS).deepCopy();
  }

  static String text(Random random) {
    return FuzzTarget.any(random, TEXTS);
  }
}
