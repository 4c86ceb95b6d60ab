package br.gov.sp.prefeitura.redeinfo.attack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes to the application's port and what comes back: no client library mends the request. */
final class RawHttp {

  private static final int PATIENCE_MILLIS = 30_000;

  private RawHttp() {}

  /**
   * @param status 0 if the connection was closed without an answer
   */
  record Answer(int status, String text) {}

  static Answer send(int port, byte[] request) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      write(socket.getOutputStream(), request);
      return parse(read(socket));
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no answer within " + PATIENCE_MILLIS + " ms", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server may have answered and closed before it has read everything. */
  private static void write(OutputStream out, byte[] request) throws IOException {
    try {
      out.write(request);
      out.flush();
    } catch (SocketException e) {
      // What it answered can still be read.
    }
  }

  private static byte[] read(Socket socket) throws IOException {
    java.io.ByteArrayOutputStream received = new java.io.ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(part);
          n > 0;
          n = socket.getInputStream().read(part)) {
        received.write(part, 0, n);
      }
    } catch (SocketException e) {
      // Reset after the answer.
    }
    return received.toByteArray();
  }

  private static Answer parse(byte[] received) {
    String text = new String(received, StandardCharsets.UTF_8);
    if (!text.startsWith("HTTP/1.1 ")) {
      return new Answer(0, text);
    }
    return new Answer(Integer.parseInt(text.substring(9, 12)), text);
  }
}
