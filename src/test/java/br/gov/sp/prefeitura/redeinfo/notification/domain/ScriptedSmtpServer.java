package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.domain.MailBench.Answer;
import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** GreenMail that can be stopped, started again on its port, and told to refuse. */
final class ScriptedSmtpServer {

  private final List<MimeMessage> receivedBefore = new ArrayList<>();
  private volatile Answer answer = Answer.TAKE;
  private GreenMail greenMail = start(0);
  private final int port = greenMail.getSmtp().getPort();

  int port() {
    return port;
  }

  void answer(Answer answer) {
    this.answer = answer;
  }

  synchronized List<MimeMessage> received() {
    List<MimeMessage> all = new ArrayList<>(receivedBefore);
    if (greenMail != null) {
      all.addAll(Arrays.asList(greenMail.getReceivedMessages()));
    }
    return all;
  }

  synchronized void stop() {
    if (greenMail != null) {
      receivedBefore.addAll(Arrays.asList(greenMail.getReceivedMessages()));
      greenMail.stop();
      greenMail = null;
    }
  }

  synchronized void startAgain() {
    greenMail = start(port);
  }

  private GreenMail start(int onPort) {
    GreenMail server =
        new GreenMail(new ServerSetup(onPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)) {
          @Override
          protected Map<String, AbstractServer> createServices(
              ServerSetup[] config, Managers managers) {
            return Map.of(ServerSetup.PROTOCOL_SMTP, new Server(config[0], managers));
          }
        };
    server.start();
    return server;
  }

  private final class Server extends SmtpServer {

    private final Managers managers;

    Server(ServerSetup setup, Managers managers) {
      super(setup, managers);
      this.managers = managers;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
      return new SmtpHandler(new Commands(), managers.getSmtpManager(), client);
    }
  }

  private final class Commands extends SmtpCommandRegistry {

    @Override
    public SmtpCommand getCommand(String name) {
      return switch (answer) {
        case TRY_LATER -> refuseAt("RCPT", name, "451 4.3.0 try again later");
        case NO_SUCH_MAILBOX -> refuseAt("RCPT", name, "550 5.1.1 no such mailbox");
        case SENDER_UNKNOWN -> refuseAt("MAIL", name, "550 5.7.1 sender refused");
        case CONTENT_REFUSED -> refuseAt("DATA", name, "554 5.6.0 content refused");
        case TAKE -> super.getCommand(name);
      };
    }

    private SmtpCommand refuseAt(String command, String name, String reply) {
      return name.equalsIgnoreCase(command) ? new Refuse(reply) : super.getCommand(name);
    }
  }

  private static final class Refuse extends SmtpCommand {

    private final String reply;

    Refuse(String reply) {
      this.reply = reply;
    }

    @Override
    public void execute(
        SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
      connection.send(reply);
    }
  }
}
