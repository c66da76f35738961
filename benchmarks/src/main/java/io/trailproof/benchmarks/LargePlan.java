package io.trailproof.benchmarks;

import io.trailproof.benchmarks.PlanWriter.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A plan of many resources of which one chain matters: a thousand bytes a resource. */
public final class LargePlan {
  private static final List<String> TYPES =
      List.of(
          "aws_instance",
          "aws_subnet",
          "aws_route",
          "aws_route_table",
          "aws_route_table_association",
          "aws_security_group",
          "aws_security_group_rule",
          "aws_vpc_endpoint",
          "aws_network_interface",
          "aws_eip",
          "aws_nat_gateway",
          "aws_lb",
          "aws_lb_listener",
          "aws_lb_target_group",
          "aws_autoscaling_group",
          "aws_launch_template",
          "aws_s3_bucket_versioning",
          "aws_s3_bucket_lifecycle_configuration",
          "aws_s3_bucket_public_access_block",
          "aws_dynamodb_table",
          "aws_db_instance",
          "aws_elasticache_cluster",
          "aws_glue_job",
          "aws_secretsmanager_secret",
          "aws_cognito_user_pool",
          "aws_ecs_service",
          "aws_ecs_task_definition",
          "aws_ecr_repository",
          "aws_route53_record",
          "aws_ssm_parameter");

  private static final List<String> WORDS =
      List.of("payments", "search", "checkout", "ledger", "catalogue", "identity", "billing");

  private LargePlan() {}

  /** Writes the file named with as many unrelated resources as the second argument says. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  static void write(Path file, int resources) throws IOException {
    int half = resources / 2;
    PlanWriter.write(
        file,
        () ->
            Stream.of(
                    IntStream.range(0, half).mapToObj(LargePlan::row),
                    ChainRows.of("iam_policy_changes", Chains.PATTERN),
                    IntStream.range(half, resources).mapToObj(LargePlan::row))
                .flatMap(rows -> rows));
  }

  private static Row row(int i) {
    String word = WORDS.get(i % WORDS.size());
    String name = word + '_' + i;
    String tags = "{\"Name\":\"" + word + '-' + i + "\",\"Team\":\"" + word + "\"}";
    return new Row(
        TYPES.get(i % TYPES.size()),
        name,
        "{\"description\":null,\"enabled\":"
            + (i % 3 == 0)
            + ",\"name\":\"acme-"
            + word
            + "-"
            + i
            + "\",\"port\":"
            + (1024 + i % 50000)
            + ",\"rules\":[{\"cidr\":\"10."
            + i % 256
            + ".0.0/16\",\"weight\":0.5}],\"tags\":"
            + tags
            + ",\"timeouts\":null}",
        "{\"arn\":true,\"id\":true,\"rules\":[{}],\"tags\":{},\"tags_all\":true}",
        "{\"enabled\":{\"constant_value\":true},\"name\":{\"references\":[\"var.prefix\",\"local."
            + word
            + "\"]},\"port\":{\"constant_value\":443}}");
  }
}
