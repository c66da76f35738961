package io.trailproof.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a pom.xml says, as far as it says it itself. */
record Project(Document pom) {
  /** Something with coordinates; what is not said is empty. */
  record Artifact(String group, String name, String version, String scope) {
    /** Where a repository has the file of that extension. */
    String path(String extension) {
      return group.replace('.', '/')
          + '/'
          + name
          + '/'
          + version
          + '/'
          + name
          + '-'
          + version
          + extension;
    }
  }

  static Project ours() throws IOException {
    try (InputStream in = Files.newInputStream(Checkout.ROOT.resolve("pom.xml"))) {
      return read(in);
    }
  }

  static Project read(InputStream in) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Project(factory.newDocumentBuilder().parse(in));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  /**
   * What stands in elements of that name, wherever they are but in profiles, which are run by hand
   * and pack nothing; properties are filled in.
   */
  List<Artifact> all(String element) {
    List<Artifact> found = new ArrayList<>();
    NodeList nodes = pom.getElementsByTagName(element);
    for (int i = 0; i < nodes.getLength(); i++) {
      Element node = (Element) nodes.item(i);
      if (isOfAProfile(node)) {
        continue;
      }
      String group = text(node, "groupId");
      found.add(
          new Artifact(
              group.isEmpty() ? "org.apache.maven.plugins" : group,
              text(node, "artifactId"),
              text(node, "version"),
              text(node, "scope")));
    }
    return found;
  }

  private static boolean isOfAProfile(Node node) {
    for (Node outer = node.getParentNode(); outer != null; outer = outer.getParentNode()) {
      if (outer.getNodeName().equals("profile")) {
        return true;
      }
    }
    return false;
  }

  private String text(Element element, String child) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element found && found.getTagName().equals(child)) {
        String text = found.getTextContent().strip();
        if (text.startsWith("${") && text.endsWith("}")) {
          NodeList property = pom.getElementsByTagName(text.substring(2, text.length() - 1));
          return property.getLength() == 0 ? "" : property.item(0).getTextContent().strip();
        }
        return text;
      }
    }
    return "";
  }
}
