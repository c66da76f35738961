package io.trailproof.aws.eventselector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PartitionTest {
  @ParameterizedTest
  @CsvSource({
    "us-east-1, AWS",
    "ap-southeast-12, AWS",
    "cn-northwest-1, CHINA",
    "us-gov-west-1, GOVERNMENT",
    "eusc-de-east-1, EUROPEAN",
    "us-iso-east-1, ISO",
    "us-isob-east-1, ISO_B",
    "eu-isoe-west-1, ISO_E",
    "us-isof-south-1, ISO_F"
  })
  void aRegionIsOfOnePartition(String region, Partition partition) {
    assertEquals(Optional.of(partition), Partition.of(region));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "us",
        "us-",
        "us-east",
        "us-east-",
        "us--1",
        "us-east-1a",
        "us-East-1",
        "xx-east-1",
        "us-east-1-",
        "eusc-east-1",
        "usx-east-1",
        "us-east-south-1",
        "us-1"
      })
  void andEverythingElseOfNone(String text) {
    assertEquals(Optional.empty(), Partition.of(text));
  }

  @Test
  void eachHasItsRegionOfIam() {
    for (Partition partition : Partition.values()) {
      assertEquals(Optional.of(partition), Partition.of(partition.iamRegion()));
    }
  }
}
