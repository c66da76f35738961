package io.trailproof.input.cloudformation.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every function of the template language that makes a value, by its long name. */
final class Functions {
  private static final Map<String, IntrinsicFunction> BY_NAME =
      Map.ofEntries(
          Map.entry("Ref", ReferenceFunctions::ref),
          Map.entry("Fn::GetAtt", ReferenceFunctions::getAtt),
          Map.entry("Fn::Sub", TextFunctions::sub),
          Map.entry("Fn::Join", TextFunctions::join),
          Map.entry("Fn::Base64", TextFunctions::base64),
          Map.entry("Fn::ToJsonString", TextFunctions::toJsonString),
          Map.entry("Fn::Select", ListFunctions::select),
          Map.entry("Fn::Split", ListFunctions::split),
          Map.entry("Fn::Length", ListFunctions::length),
          Map.entry("Fn::GetAZs", ListFunctions::outside),
          Map.entry("Fn::Cidr", ListFunctions::outside),
          Map.entry("Fn::FindInMap", FindInMap::apply),
          Map.entry("Fn::If", ConditionFunctions::choose),
          Map.entry("Condition", ConditionFunctions::flag),
          Map.entry("Fn::And", ConditionFunctions::flag),
          Map.entry("Fn::Or", ConditionFunctions::flag),
          Map.entry("Fn::Not", ConditionFunctions::flag),
          Map.entry("Fn::Equals", ConditionFunctions::flag),
          Map.entry("Fn::ImportValue", OutsideFunctions::importValue),
          Map.entry("Fn::GetStackOutput", OutsideFunctions::stackOutput),
          Map.entry("Fn::Transform", OutsideFunctions::transform));

  private Functions() {}

  static @Nullable IntrinsicFunction named(String name) {
    return BY_NAME.get(name);
  }
}
