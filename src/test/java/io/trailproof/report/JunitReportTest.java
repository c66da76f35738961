package io.trailproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.cli.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** JUnit XML counts what it holds, suite by suite, and is what Surefire's schema asks for. */
final class JunitReportTest {
  /** Of a suite; that several stand in one file is a custom of readers. */
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try {
      return SchemaFactory.newDefaultInstance()
          .newSchema(Path.of("src/test/resources/schemas/surefire-test-report.xsd").toFile());
    } catch (SAXException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void caseWithoutTimeIsRefused() throws Exception {
    String report = Invocation.of("check", "-f", "junit", "no-such-plan.json").out();
    assertThrows(SAXException.class, () -> countsWhatItHolds(report.replace(" time=\"0\"", "")));
  }

  @TestFactory
  List<DynamicTest> everyExpectedReportCountsWhatItHolds() throws IOException {
    return Expected.each(Format.JUNIT, JunitReportTest::countsWhatItHolds);
  }

  @Test
  void inputThatCannotBeReadIsAnError() throws Exception {
    String report = Invocation.of("check", "-f", "junit", "no-such-plan.json").out();
    countsWhatItHolds(report);
    assertTrue(report.contains("errors=\"1\""), report);
  }

  private static void countsWhatItHolds(String report) throws Exception {
    List<ReportTestSuite> read =
        new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(
                new InputStreamReader(
                    new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8));
    assertEquals(
        report.split("<testcase ", -1).length - 1,
        read.stream().mapToInt(suite -> suite.getTestCases().size()).sum(),
        "Surefire's reader finds every case");
    assertEquals(
        report.split("<failure ", -1).length - 1,
        read.stream().mapToInt(ReportTestSuite::getNumberOfFailures).sum());
    Element all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertEquals("testsuites", all.getTagName());
    counts(all);
    NodeList suites = all.getElementsByTagName("testsuite");
    assertTrue(suites.getLength() > 0, report);
    Validator validator = SCHEMA.newValidator();
    for (int i = 0; i < suites.getLength(); i++) {
      counts((Element) suites.item(i));
      validator.validate(new DOMSource(suites.item(i)));
    }
    NodeList cases = all.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element one = (Element) cases.item(i);
      assertTrue(!one.getAttribute("name").isEmpty() && !one.getAttribute("classname").isEmpty());
    }
  }

  private static void counts(Element suite) {
    count(suite, "tests", "testcase");
    count(suite, "failures", "failure");
    count(suite, "errors", "error");
    count(suite, "skipped", "skipped");
  }

  private static void count(Element suite, String attribute, String element) {
    assertEquals(
        suite.getAttribute(attribute),
        Integer.toString(suite.getElementsByTagName(element).getLength()),
        attribute);
  }
}
