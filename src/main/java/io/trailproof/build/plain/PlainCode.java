package io.trailproof.build.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites compiled classes so that lambdas are objects of plain classes, the methods of records
 * are methods: what {@code invokedynamic} has the virtual machine make anew at each start, and what
 * no archive of classes keeps as well. Streams and comparators become those of {@code
 * io.trailproof.sequence}, and constants that are regular expressions are compiled when they are
 * asked for.
 *
 * <p>The classes mean the same before and after; classes without any of these stay as they are,
 * byte for byte, so that a second run changes nothing.
 */
public final class PlainCode {
  private final Path folder;

  /** By internal name, in order, so that the same classes give the same bytes. */
  private final Map<String, ClassNode> classes = new TreeMap<>();

  private final Map<String, ClassNode> changed = new TreeMap<>();

  private final InterfaceMethods interfaces = new InterfaceMethods(classes);

  private PlainCode(Path folder) {
    this.folder = folder;
  }

  /**
   * Rewrites the classes of a folder in place.
   *
   * @param arguments the folder that holds the packages
   * @throws IOException if a class cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    new PlainCode(Path.of(arguments[0])).rewrite();
  }

  private void rewrite() throws IOException {
    read();
    for (ClassNode host : List.copyOf(classes.values())) {
      rewrite(host);
    }
    LazyPatterns patterns = new LazyPatterns(classes.values());
    for (ClassNode one : List.copyOf(classes.values())) {
      boolean hasSequences = OwnSequences.rewrite(one);
      if (patterns.rewrite(one) || hasSequences) {
        changed.put(one.name, one);
      }
    }
    for (ClassNode one : changed.values()) {
      // Only the sizes of stacks are worked out: frames stay as the compiler wrote them.
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      one.accept(writer);
      Files.write(folder.resolve(one.name + ".class"), writer.toByteArray());
    }
  }

  private void read() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : files) {
      ClassNode read = new ClassNode();
      new ClassReader(Files.readAllBytes(file)).accept(read, 0);
      classes.put(read.name, read);
    }
  }

  private void rewrite(ClassNode host) throws IOException {
    RecordMethods ofRecord = new RecordMethods(host);
    List<HostLambdas> lambdas = new ArrayList<>();
    List<MethodNode> methods = List.copyOf(host.methods);
    for (MethodNode method : methods) {
      for (AbstractInsnNode at : method.instructions.toArray()) {
        if (!(at instanceof InvokeDynamicInsnNode call)) {
          continue;
        }
        if (HostLambdas.makes(call)) {
          method.instructions.insert(at, fitting(host, call, lambdas).add(call));
          method.instructions.remove(at);
        } else if (RecordMethods.makes(call)) {
          method.instructions.set(at, ofRecord.call(call));
        } else {
          continue;
        }
        changed.put(host.name, host);
      }
    }
    for (HostLambdas some : lambdas) {
      ClassNode made = some.finish();
      classes.put(made.name, made);
      changed.put(made.name, made);
      join(nestHost(host), made);
    }
  }

  /** The first class of a host's lambdas that can have the interface of another one. */
  private HostLambdas fitting(ClassNode host, InvokeDynamicInsnNode call, List<HostLambdas> lambdas)
      throws IOException {
    if (lambdas.isEmpty()) {
      forget(host);
    }
    for (HostLambdas some : lambdas) {
      if (!interfaces.clash(Type.getReturnType(call.desc), some.interfaces())) {
        return some;
      }
    }
    HostLambdas another =
        new HostLambdas(host, nestHost(host).name, lambdas.size(), interfaces::isInterface);
    lambdas.add(another);
    return another;
  }

  /** Classes of an earlier run go, should the host have had more lambdas then. */
  private void forget(ClassNode host) throws IOException {
    String prefix = host.name + HostLambdas.MARK;
    for (String name : List.copyOf(classes.keySet())) {
      if (name.startsWith(prefix)) {
        classes.remove(name);
        Files.delete(folder.resolve(name + ".class"));
      }
    }
  }

  private ClassNode nestHost(ClassNode host) {
    return host.nestHostClass == null ? host : classes.getOrDefault(host.nestHostClass, host);
  }

  /** A lambda's class reaches the private methods of its host as a member of the same nest. */
  private void join(ClassNode nestHost, ClassNode lambda) {
    if (nestHost.nestMembers == null) {
      nestHost.nestMembers = new ArrayList<>();
    }
    if (!nestHost.nestMembers.contains(lambda.name)) {
      nestHost.nestMembers.add(lambda.name);
    }
    changed.put(nestHost.name, nestHost);
  }
}
