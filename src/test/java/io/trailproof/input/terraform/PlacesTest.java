package io.trailproof.input.terraform;

import static io.trailproof.input.terraform.Plans.refs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.input.ReadSettings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static String place(Plans plans, String address) {
    return shown(Plans.resource(plans.read(), address));
  }

  private static String shown(Resource resource) {
    Place place = resource.place();
    return Shown.of(place.region()) + " " + Shown.of(place.account());
  }

  private static Plans with(String expressions) {
    return new Plans()
        .topic("t")
        .providers("'aws':{'name':'aws','expressions':{" + expressions + "}}");
  }

  private static final String TOPIC = "aws_sns_topic.t";
  private static final String NO_ACCOUNT = " <account of provider `aws`>";

  @Test
  void aConstantRegionIsTheRegion() {
    assertEquals(
        "\"us-west-2\"" + NO_ACCOUNT,
        place(with("'region':{'constant_value':'us-west-2'}"), TOPIC));
  }

  @Test
  void aRootVariableGivesTheRegion() {
    assertEquals(
        "\"eu-north-1\"" + NO_ACCOUNT,
        place(
            with("'region':" + refs("var.place.region", "var.place"))
                .rest(",'variables':{'place':{'value':{'region':'eu-north-1'}}}"),
            TOPIC));
  }

  @Test
  void aLocalOrNothingGivesASymbol() {
    assertEquals(
        "<Region of provider `aws`>" + NO_ACCOUNT,
        place(with("'region':" + refs("local.region")), TOPIC));
    assertEquals("<Region of provider `aws`>" + NO_ACCOUNT, place(with(""), TOPIC));
  }

  @Test
  void theUserSettlesWhatThePlanDoesNotSay() {
    ReadSettings settings = new ReadSettings(Optional.of("sa-east-1"), Optional.of("111122223333"));
    assertEquals(
        "\"sa-east-1\" \"111122223333\"", shown(Plans.resource(with("").read(settings), TOPIC)));
    Plans stated = with("'region':{'constant_value':'us-west-2'}");
    assertEquals(
        "\"us-west-2\" \"111122223333\"", shown(Plans.resource(stated.read(settings), TOPIC)));
  }

  @Test
  void helperDataSourcesAreEvidenceUnlessTheyAskForAnother() {
    Plans plans =
        with("")
            .prior("data.aws_region.r", "'name':'us-east-2'")
            .block("data.aws_region.r", "")
            .prior("data.aws_caller_identity.c", "'account_id':'123456789012'")
            .block("data.aws_caller_identity.c", "");
    assertEquals("\"us-east-2\" \"123456789012\"", place(plans, TOPIC));
    Plans other =
        with("")
            .prior("data.aws_region.r", "'name':'us-east-2'")
            .block("data.aws_region.r", "'name':{'constant_value':'us-east-2'}");
    assertEquals("<Region of provider `aws`>" + NO_ACCOUNT, place(other, TOPIC));
  }

  @Test
  void aKnownArnOfAnotherResourceIsEvidence() {
    Plans plans =
        with("")
            .planned("aws_sns_topic.u", ",'values':{'arn':'arn:aws:sns:us-west-1:123456789012:u'}")
            .block("aws_sns_topic.u", "");
    assertEquals("\"us-west-1\" \"123456789012\"", place(plans, TOPIC));
  }

  @Test
  void aDataSourceIsEvidenceOnlyIfItCannotLookElsewhere() {
    String arn = "'arn':'arn:aws:x:us-west-1:123456789012:y'";
    Plans group =
        with("")
            .prior("data.aws_cloudwatch_log_group.g", arn)
            .block("data.aws_cloudwatch_log_group.g", "");
    assertEquals("\"us-west-1\" \"123456789012\"", place(group, TOPIC));
    Plans key = with("").prior("data.aws_kms_key.k", arn).block("data.aws_kms_key.k", "");
    assertEquals("\"us-west-1\"" + NO_ACCOUNT, place(key, TOPIC));
  }

  @Test
  void contradictingEvidenceIsNone() {
    Plans plans =
        with("")
            .planned("aws_sns_topic.u", ",'values':{'arn':'arn:aws:sns:us-west-1:123456789012:u'}")
            .block("aws_sns_topic.u", "")
            .planned("aws_sns_topic.v", ",'values':{'arn':'arn:aws:sns:us-west-2:123456789012:v'}")
            .block("aws_sns_topic.v", "");
    assertEquals("<Region of provider `aws`> \"123456789012\"", place(plans, TOPIC));
  }

  @Test
  void theRegionArgumentOfProvider6ComesFirst() {
    Plans plans =
        new Plans()
            .create(TOPIC, "'name':'t','region':'ap-south-1'", "'arn':true")
            .block(TOPIC, "'region':{'constant_value':'ap-south-1'}");
    assertEquals("\"ap-south-1\"" + NO_ACCOUNT, place(plans, TOPIC));
  }

  @Test
  void anUnknownRegionArgumentIsNotTheProvidersRegion() {
    Plans plans =
        new Plans()
            .create(TOPIC, "'name':'t'", "'region':true")
            .block(TOPIC, "'region':" + refs("random_pet.p.id"));
    assertEquals("<Region of `aws_sns_topic.t`>" + NO_ACCOUNT, place(plans, TOPIC));
  }

  @Test
  void equalCredentialsAreOneAccountAndAreNeverShown() {
    String key = "'access_key':{'constant_value':'AKIASECRET'}";
    Plans plans =
        new Plans()
            .providers(
                "'aws.z':{'expressions':{"
                    + key
                    + "}},'aws.b':{'expressions':{"
                    + key
                    + "}},'aws':{'expressions':{}}")
            .create(TOPIC, "'name':'t'", "'arn':true")
            .create("aws_sns_topic.u", "'name':'u'", "'arn':true")
            .create("aws_sns_topic.v", "'name':'v'", "'arn':true")
            .block(TOPIC, "", ",'provider_config_key':'aws.z'")
            .block("aws_sns_topic.u", "", ",'provider_config_key':'aws.b'")
            .block("aws_sns_topic.v", "", ",'provider_config_key':'aws'");
    assertEquals("<Region of provider `aws.z`> <account of provider `aws.b`>", place(plans, TOPIC));
    assertEquals(
        "<Region of provider `aws.b`> <account of provider `aws.b`>",
        place(plans, "aws_sns_topic.u"));
    assertEquals(
        "<Region of provider `aws`> <account of provider `aws`>", place(plans, "aws_sns_topic.v"));
  }

  @Test
  void anAssumedRoleNamesItsAccount() {
    assertEquals(
        "<Region of provider `aws`> \"210987654321\"",
        place(
            with(
                "'assume_role':[{'role_arn':{'constant_value':'arn:aws:iam::210987654321:role/r'}}]"),
            TOPIC));
  }

  @Test
  void anOldProxyOfARenamedProviderIsUnknown() {
    Plans plans =
        new Plans()
            .create("module.m.aws_sns_topic.t", "'name':'t'", "'arn':true")
            .providers(
                "'aws':{'expressions':{'region':{'constant_value':'us-east-1'}}},'aws.west':{'expressions':{'region':{'constant_value':'us-west-2'}}}")
            .calls(
                "'m':{'module':{'resources':["
                    + Plans.configured(
                        "aws_sns_topic.t", "", ",'provider_config_key':'module.m:aws'")
                    + "]}}");
    assertEquals(
        "<Region of provider `module.m:aws`>",
        place(plans, "module.m.aws_sns_topic.t").replaceAll(" <account.*", ""));
  }

  @Test
  void anOldProxyOfTheOnlyProviderIsThatOne() {
    Plans plans =
        new Plans()
            .create("module.m.aws_sns_topic.t", "'name':'t'", "'arn':true")
            .calls(
                "'m':{'module':{'resources':["
                    + Plans.configured("aws_sns_topic.t", "", ",'provider_config_key':'m:aws'")
                    + "]}}");
    assertEquals("\"us-east-1\"" + NO_ACCOUNT, place(plans, "module.m.aws_sns_topic.t"));
  }

  @Test
  void aProviderWithinAModuleReadsTheModulesInputs() {
    Plans plans =
        new Plans()
            .create("module.m.aws_sns_topic.t", "'name':'t'", "'arn':true")
            .providers(
                "'module.m:aws.in':{'module_address':'module.m','expressions':{'region':"
                    + refs("var.r")
                    + "}}")
            .calls(
                "'m':{'expressions':{'r':{'constant_value':'eu-west-3'}},'module':{'resources':["
                    + Plans.configured(
                        "aws_sns_topic.t", "", ",'provider_config_key':'module.m:aws.in'")
                    + "]}}");
    assertEquals(
        "\"eu-west-3\"", place(plans, "module.m.aws_sns_topic.t").replaceAll(" <account.*", ""));
  }

  private static final String NOT_SAID =
      "?hangs on the instance of provider `aws`, which a plan does not name";

  @Test
  void instancesOfOneProviderBlockAreAlikeInWhatDoesNotReferToEach() {
    assertEquals(NOT_SAID + NO_ACCOUNT, place(with("'region':" + refs("each.value")), TOPIC));
    assertEquals(
        "\"eu-west-1\" " + NOT_SAID,
        place(
            with(
                "'region':{'constant_value':'eu-west-1'},'assume_role':[{'role_arn':"
                    + refs("each.value.role", "each.value")
                    + "}]"),
            TOPIC));
    assertEquals(
        "\"eu-west-1\"" + NO_ACCOUNT,
        place(
            with(
                "'region':{'constant_value':'eu-west-1'},'default_tags':[{'tags':"
                    + refs("each.key")
                    + "}]"),
            TOPIC));
  }

  @Test
  void theUserDoesNotSettleWhichInstanceOfAProviderItIs() {
    ReadSettings settings = new ReadSettings(Optional.of("sa-east-1"), Optional.of("111122223333"));
    assertEquals(
        NOT_SAID + " \"111122223333\"",
        shown(Plans.resource(with("'region':" + refs("each.value")).read(settings), TOPIC)));
  }

  @Test
  void whatAnotherInstanceOfAProviderMadeTellsNothing() {
    Plans plans =
        with("'region':" + refs("each.value"))
            .planned("aws_sns_topic.u", ",'values':{'arn':'arn:aws:sns:us-west-1:123456789012:u'}")
            .block("aws_sns_topic.u", "");
    assertEquals(NOT_SAID + " \"123456789012\"", place(plans, TOPIC));
    assertEquals("\"us-west-1\" \"123456789012\"", place(plans, "aws_sns_topic.u"));
  }

  @Test
  void ofTwoRolesTheLastIsTaken() {
    assertEquals(
        "<Region of provider `aws`> \"210987654321\"",
        place(
            with(
                "'assume_role':[{'role_arn':{'constant_value':'arn:aws:iam::111122223333:role/a'}},{'role_arn':{'constant_value':'arn:aws:iam::210987654321:role/r'}}]"),
            TOPIC));
  }

  @Test
  void theArnOfASubscriptionIsOfItsTopicsAccount() {
    Plans plans =
        with("")
            .planned(
                "aws_sns_topic_subscription.s",
                ",'values':{'arn':'arn:aws:sns:us-west-1:123456789012:u:1'}")
            .block("aws_sns_topic_subscription.s", "");
    assertEquals("\"us-west-1\"" + NO_ACCOUNT, place(plans, TOPIC));
  }

  private static Plans inModule(String key, String providers) {
    return new Plans()
        .create("module.m.aws_sns_topic.t", "'name':'t'", "'arn':true")
        .providers(providers)
        .calls(
            "'m':{'module':{'resources':["
                + Plans.configured("aws_sns_topic.t", "", ",'provider_config_key':'" + key + "'")
                + "]}}");
  }

  private static String provider(String name, String source, String module, String region) {
    return "'name':'"
        + name
        + "','full_name':'"
        + source
        + "'"
        + (module.isEmpty() ? "" : ",'module_address':'" + module + "'")
        + (region.isEmpty() ? "" : ",'expressions':{'region':{'constant_value':'" + region + "'}}");
  }

  @Test
  void aPassedProviderIsFoundByItsSourceAndNotByItsName() {
    Plans plans =
        inModule(
            "module.m:aws",
            "'aws':{"
                + provider("aws", "example.com/acme/aws", "", "us-east-1")
                + "},'amazon':{"
                + provider("amazon", "registry.terraform.io/hashicorp/aws", "", "eu-west-1")
                + "},'module.m:aws':{"
                + provider("aws", "registry.terraform.io/hashicorp/aws", "module.m", "")
                + "}");
    assertEquals(
        "\"eu-west-1\"", place(plans, "module.m.aws_sns_topic.t").replaceAll(" <account.*", ""));
  }

  @Test
  void aModuleThatConfiguresTheSourceUnderAnotherNameHidesTheRoots() {
    Plans plans =
        inModule(
            "aws",
            "'aws':{"
                + provider("aws", "registry.terraform.io/hashicorp/aws", "", "us-east-1")
                + "},'module.m:amazon':{"
                + provider("amazon", "registry.terraform.io/hashicorp/aws", "module.m", "eu-west-1")
                + "}");
    assertEquals(
        "<Region of provider `module.m:aws`>",
        place(plans, "module.m.aws_sns_topic.t").replaceAll(" <account.*", ""));
  }

  @Test
  void oneProfileIsOneAccountInWhateverFileAndUnderWhateverName() {
    Place one = Plans.resource(with("'profile':{'constant_value':'prod'}").read(), TOPIC).place();
    Place same =
        Plans.resource(
                with("'region':{'constant_value':'eu-west-1'},'profile':{'constant_value':'prod'}")
                    .read(),
                TOPIC)
            .place();
    Place other = Plans.resource(with("'profile':{'constant_value':'dev'}").read(), TOPIC).place();
    Place none = Plans.resource(with("").read(), TOPIC).place();
    assertTrue(Place.sameAccount(one.account(), same.account()));
    assertFalse(Place.sameAccount(one.account(), other.account()));
    assertFalse(Place.sameAccount(one.account(), none.account()));
    assertTrue(
        Place.sameAccount(
            none.account(),
            Plans.resource(with("'region':" + refs("local.region")).read(), TOPIC)
                .place()
                .account()));
  }
}
