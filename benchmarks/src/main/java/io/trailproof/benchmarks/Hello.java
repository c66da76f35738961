package io.trailproof.benchmarks;

/** The least that a Java program can do: what a start is measured by. */
public final class Hello {
  private Hello() {}

  /** Says hello. */
  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
