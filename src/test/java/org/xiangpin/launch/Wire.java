package org.xiangpin.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between the service and its database, to be cut and mended. */
final class Wire {

  private final InetSocketAddress target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private int port;
  private ServerSocket entrance;

  Wire(String host, int targetPort) {
    target = new InetSocketAddress(host, targetPort);
    mend();
  }

  /** On the loopback address. */
  int port() {
    return port;
  }

  /** Connections break and new ones are refused. */
  synchronized void cut() {
    try {
      entrance.close();
      for (Socket socket : open) {
        socket.close();
      }
      open.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connections are taken again, on the same port. */
  synchronized void mend() {
    try {
      entrance = new ServerSocket();
      entrance.setReuseAddress(true);
      entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      port = entrance.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServerSocket mine = entrance;
    run(
        () -> {
          while (true) {
            join(mine.accept());
          }
        });
  }

  private void join(Socket near) throws IOException {
    Socket far = new Socket();
    far.setTcpNoDelay(true);
    near.setTcpNoDelay(true);
    far.connect(target);
    open.add(near);
    open.add(far);
    run(() -> pump(near, far));
    run(() -> pump(far, near));
  }

  private void pump(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[16_384];
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        out.write(some, 0, n);
      }
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // cut
              }
            },
            "wire");
    thread.setDaemon(true);
    thread.start();
  }
}
