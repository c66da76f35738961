package io.trailproof.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium that is told by its own protocol what to show, and asked what came of it. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LISTENING = "DevTools listening on ws://";
  private static final int SECONDS = 60;

  private final Process process;
  private final Path profile;
  private final WebSocket page;
  private final Map<Integer, CompletableFuture<JsonNode>> answers;
  private final BlockingQueue<JsonNode> events;
  private int asked;

  private Browser(
      Process process,
      Path profile,
      WebSocket page,
      Map<Integer, CompletableFuture<JsonNode>> answers,
      BlockingQueue<JsonNode> events) {
    this.process = process;
    this.profile = profile;
    this.page = page;
    this.answers = answers;
    this.events = events;
  }

  /** Where Chromium is on this machine, if it is. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one with an empty profile. */
  static Browser start(Path program) throws Exception {
    Path profile = Files.createTempDirectory("browser");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-extensions",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String address = address(process);
    HttpClient http = HttpClient.newHttpClient();
    HttpResponse<String> opened =
        http.send(
            HttpRequest.newBuilder(URI.create("http://" + address + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String socket = JSON.readTree(opened.body()).path("webSocketDebuggerUrl").asText();
    Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    WebSocket page =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(socket), new Listener(answers, events))
            .get(SECONDS, TimeUnit.SECONDS);
    Browser browser = new Browser(process, profile, page, answers, events);
    for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
      browser.ask(domain + ".enable", JSON.createObjectNode());
    }
    return browser;
  }

  /** What Chromium says on standard error of where it listens; the rest is thrown away. */
  private static String address(Process process) throws IOException {
    BufferedReader err = process.errorReader();
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      if (line.startsWith(LISTENING)) {
        String rest = line.substring(LISTENING.length());
        Thread drain =
            new Thread(
                () -> {
                  try {
                    err.transferTo(Writer.nullWriter());
                  } catch (IOException e) {
                    return; // it has ended
                  }
                });
        drain.setDaemon(true);
        drain.start();
        return rest.substring(0, rest.indexOf('/'));
      }
    }
    throw new IOException("the browser did not start");
  }

  /**
   * Shows a page at a width.
   *
   * @return what it loaded beside itself, and what was logged about it
   */
  List<String> show(Path file, int width) throws Exception {
    ObjectNode size = JSON.createObjectNode();
    size.put("width", width).put("height", 900).put("deviceScaleFactor", 1).put("mobile", false);
    ask("Emulation.setDeviceMetricsOverride", size);
    events.clear();
    String url = file.toUri().toString();
    ask("Page.navigate", JSON.createObjectNode().put("url", url));
    List<JsonNode> happened = new ArrayList<>();
    boolean loaded = false;
    while (!loaded) {
      JsonNode event = events.poll(SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new IOException("the page was not loaded: " + file);
      }
      happened.add(event);
      loaded = event.path("method").asText().equals("Page.loadEventFired");
    }
    events.drainTo(happened);
    List<String> said = new ArrayList<>();
    for (JsonNode event : happened) {
      JsonNode parameters = event.path("params");
      switch (event.path("method").asText()) {
        case "Network.requestWillBeSent" -> {
          String asked = parameters.path("request").path("url").asText();
          if (!asked.equals(url)) {
            said.add("loads " + asked);
          }
        }
        case "Log.entryAdded" -> said.add("logs " + parameters.path("entry").path("text").asText());
        case "Runtime.consoleAPICalled", "Runtime.exceptionThrown" ->
            said.add("runs " + parameters);
        default -> {
          continue;
        }
      }
    }
    return said;
  }

  /** How wide the page that is shown is in all. */
  int width() throws Exception {
    ObjectNode expression = JSON.createObjectNode();
    expression.put("expression", "document.documentElement.scrollWidth").put("returnByValue", true);
    return ask("Runtime.evaluate", expression).path("result").path("value").asInt();
  }

  /** Keeps a picture of the whole page that is shown. */
  void picture(Path file) throws Exception {
    JsonNode shot =
        ask(
            "Page.captureScreenshot",
            JSON.createObjectNode().put("format", "png").put("captureBeyondViewport", true));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
  }

  private JsonNode ask(String method, ObjectNode parameters) throws Exception {
    int id = ++asked;
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = JSON.createObjectNode();
    message.put("id", id).put("method", method).set("params", parameters);
    page.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
    return answer.get(SECONDS, TimeUnit.SECONDS).path("result");
  }

  @Override
  public void close() throws IOException {
    page.abort();
    process.destroy();
    try {
      process.waitFor(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      return; // what the browser still holds stays in the folder for temporary files
    }
  }

  /** Puts messages together, and sorts answers from events. */
  private static final class Listener implements WebSocket.Listener {
    private final Map<Integer, CompletableFuture<JsonNode>> answers;
    private final BlockingQueue<JsonNode> events;
    private final StringBuilder text = new StringBuilder();

    Listener(Map<Integer, CompletableFuture<JsonNode>> answers, BlockingQueue<JsonNode> events) {
      this.answers = answers;
      this.events = events;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        take(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    private void take(String message) {
      try {
        JsonNode node = JSON.readTree(message);
        CompletableFuture<JsonNode> waiting = answers.remove(node.path("id").asInt(-1));
        if (waiting != null) {
          waiting.complete(node);
        } else {
          events.add(node);
        }
      } catch (IOException e) {
        throw new IllegalStateException("not JSON: " + message, e);
      }
    }
  }
}
