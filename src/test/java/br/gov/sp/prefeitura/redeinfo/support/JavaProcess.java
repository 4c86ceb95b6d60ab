package br.gov.sp.prefeitura.redeinfo.support;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Java process of its own, so that a test can kill it as an operator, a failing machine or the
 * operating system would. Closing it kills it.
 */
public final class JavaProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private JavaProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the application as an operator does, without anything of the tests. */
  public static JavaProcess startApplication(String... arguments) {
    return start("br.gov.sp.prefeitura.redeinfo.RedeInfoApplication", "test-classes", arguments);
  }

  /** Starts a main class of the tests. */
  public static JavaProcess startTestProgram(Class<?> main, String... arguments) {
    return start(main.getName(), "", arguments);
  }

  /** Starts a main class of the tests without anything of the application. */
  public static JavaProcess startApart(Class<?> main, String... arguments) {
    return start(main.getName(), "classes", arguments);
  }

  private static JavaProcess start(String main, String leftOut, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xmx1g", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", classPath(leftOut), main));
    command.addAll(List.of(arguments));
    try {
      return new JavaProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath(String leftOut) {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> leftOut.isEmpty() || !Path.of(entry).endsWith(leftOut))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add("(the output ended: " + e.getMessage() + ")");
    }
  }

  /** Waits until a line matches; fails with the whole output if the process ends before. */
  public MatchResult awaitOutput(String regex) {
    Pattern pattern = Pattern.compile(regex);
    await("output " + regex)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> find(pattern) != null || !process.isAlive());
    if (!process.isAlive()) {
      awaitEnd();
    }
    MatchResult found = find(pattern);
    if (found == null) {
      throw new AssertionError("no output " + regex + " but:\n" + output());
    }
    return found;
  }

  private MatchResult find(Pattern pattern) {
    for (String line : output) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.toMatchResult();
      }
    }
    return null;
  }

  /** Waits for the application's web server. */
  public int awaitPort() {
    return Integer.parseInt(awaitOutput("Tomcat started on port (\\d+)").group(1));
  }

  /** All that was printed so far. */
  public String output() {
    return String.join("\n", output);
  }

  /** What is alive on the heap, after a full collection, in bytes. */
  public long liveHeap() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = String.valueOf(process.pid());
    try {
      Process asked =
          new ProcessBuilder(jcmd, pid, "GC.class_histogram").redirectErrorStream(true).start();
      try (BufferedReader lines = asked.inputReader(StandardCharsets.UTF_8)) {
        // The last line: "Total", how many objects, how many bytes.
        return lines
            .lines()
            .filter(line -> line.startsWith("Total"))
            .map(line -> line.trim().split("\\s+")[2])
            .mapToLong(Long::parseLong)
            .sum();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the process to end, as {@code docker stop} and {@code Ctrl-C} do. */
  public int terminate() {
    // Not process.destroy(): that closes the output, too, before the last words are read.
    process.toHandle().destroy();
    return awaitEnd();
  }

  /** {@code kill -9}. */
  public void kill() {
    process.toHandle().destroyForcibly();
    awaitEnd();
  }

  /** Waits for the end and returns the exit code. */
  public int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("does not end:\n" + output());
      }
      reader.join(PATIENCE.toMillis());
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
