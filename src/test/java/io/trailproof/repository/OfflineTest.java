package io.trailproof.repository;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** The program has no words for connections and for starting other programs. */
final class OfflineTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.trailproof");

  @Test
  void nothingConnects() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net.http..", "javax.net..", "java.rmi..", "javax.naming..")
                .or(type(java.net.Socket.class))
                .or(type(java.net.ServerSocket.class))
                .or(type(java.net.DatagramSocket.class))
                .or(type(java.net.InetAddress.class))
                .or(type(java.net.URLConnection.class))
                .or(type(java.nio.channels.SocketChannel.class))
                .or(type(java.nio.channels.ServerSocketChannel.class))
                .or(type(java.nio.channels.AsynchronousSocketChannel.class))
                .or(type(java.nio.channels.DatagramChannel.class)))
        .check(OURS);
    noClasses().should().callMethod(URL.class, "openStream").check(OURS);
    noClasses().should().callMethod(URL.class, "openConnection").check(OURS);
  }

  @Test
  void nothingStartsAnotherProgram() {
    noClasses()
        .should()
        .dependOnClassesThat(type(ProcessBuilder.class).or(type(Process.class)))
        .check(OURS);
    noClasses()
        .should()
        .callMethodWhere(target(owner(type(Runtime.class))).and(target(name("exec"))))
        .check(OURS);
  }
}
