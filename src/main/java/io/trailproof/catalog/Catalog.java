package io.trailproof.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every AWS resource type the rules can speak of, in canonical words and in both spellings. */
public final class Catalog {
  private final Map<String, ResourceType> types = new LinkedHashMap<>();
  private final Map<String, Binding> terraform = new LinkedHashMap<>();
  private final Map<String, Binding> cloudFormation = new LinkedHashMap<>();

  /** A catalog of types; a later type of the same name replaces an earlier one. */
  public Catalog(List<ResourceType> resourceTypes) {
    for (ResourceType type : resourceTypes) {
      types.put(type.name(), type);
      for (Binding binding : type.bindings()) {
        switch (binding.dialect()) {
          case TERRAFORM -> terraform.put(binding.spelling(), binding);
          case CLOUDFORMATION -> cloudFormation.put(binding.spelling(), binding);
          case CANONICAL -> {}
        }
      }
    }
  }

  /**
   * The type that a Terraform resource or data source type means, such as {@code aws_sns_topic}.
   */
  public Optional<Binding> terraform(String spelling) {
    return Optional.ofNullable(terraform.get(spelling));
  }

  /** The type that a CloudFormation type means, such as {@code AWS::SNS::Topic}. */
  public Optional<Binding> cloudFormation(String spelling) {
    return Optional.ofNullable(cloudFormation.get(spelling));
  }

  /** A type by its canonical name, such as {@code aws.sns.Topic}. */
  public Optional<ResourceType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** All types, in the order of the files. */
  public Collection<ResourceType> types() {
    return types.values();
  }
}
