package io.trailproof.aws.eventselector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CallKindTest {
  private static CallKind of(String service, String name) {
    return CallKind.of(service + ".amazonaws.com", name);
  }

  @Test
  void changesOfKnownServicesAreManagementWrites() {
    for (List<String> call :
        List.of(
            List.of("iam", "PutRolePolicy"),
            List.of("cloudtrail", "StopLogging"),
            List.of("s3", "PutBucketPolicy"),
            List.of("kms", "ScheduleKeyDeletion"),
            List.of("signin", "ConsoleLogin"),
            List.of("monitoring", "PutMetricAlarm"),
            List.of("ec2", "AuthorizeSecurityGroupIngress"))) {
      assertEquals(CallKind.MANAGEMENT_WRITE, of(call.get(0), call.get(1)), call.toString());
    }
  }

  @Test
  void readsAndDataEventsAndWhatNobodyKnowsAreLeftOpen() {
    for (List<String> call :
        List.of(
            List.of("iam", "GetRolePolicy"),
            List.of("iam", "Putter"),
            List.of("iam", ""),
            List.of("kms", "Decrypt"),
            List.of("cloudtrail", "StartQuery"),
            List.of("s3", "PutObject"),
            List.of("s3", "UploadPart"),
            List.of("dynamodb", "DeleteItem"),
            List.of("sqs", "DeleteMessage"),
            List.of("lambda", "Invoke"),
            List.of("signin", "SwitchRole"),
            List.of("new-service", "CreateThing"))) {
      assertEquals(CallKind.UNKNOWN, of(call.get(0), call.get(1)), call.toString());
    }
    assertFalse(CallKind.mayBeData("monitoring.amazonaws.com", "PutMetricAlarm"));
    assertTrue(CallKind.mayBeData("monitoring.amazonaws.com", "PutMetricData"));
    assertEquals(CallKind.UNKNOWN, CallKind.of("", "CreateThing"));
    assertEquals(CallKind.UNKNOWN, CallKind.of("iam.amazonaws.co", "CreateUser"));
  }
}
