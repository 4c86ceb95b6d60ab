package br.gov.sp.prefeitura.redeinfo.identity.domain;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sessions of all nodes, in the database: any node serves any person, and a node's death signs
 * nobody out. Spring Session writes the rows; ids are hashed, values are JSON of a closed set of
 * types, and reading a page writes nothing. Each call is a transaction of its own.
 */
@Component
public class SessionStore implements SessionRepository<StoredSession> {

  private final JdbcIndexedSessionRepository library;
  private final SessionRepository<Session> rows;
  private final SessionIds ids = new SessionIds();

  /** What the thread's request has read or written. */
  private final ThreadLocal<Map<String, StoredSession>> ofRequest = new ThreadLocal<>();

  /**
   * @param timeout without a request for this long a session ends
   */
  SessionStore(
      JdbcOperations jdbc,
      PlatformTransactionManager transactions,
      SessionValues values,
      @Value("${server.servlet.session.timeout}") Duration timeout) {
    TransactionTemplate ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    library = new JdbcIndexedSessionRepository(jdbc, ownTransaction);
    library.setTableName("web_session");
    library.setDefaultMaxInactiveInterval(timeout);
    library.setSessionIdGenerator(ids);
    library.setConversionService(conversion(values));
    // Two windows of one person may write the same attribute at once.
    new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(library);
    rows = rows(library);
  }

  private static GenericConversionService conversion(SessionValues values) {
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, values::write);
    conversion.addConverter(byte[].class, Object.class, values::read);
    return conversion;
  }

  /** The library hides the type of its rows, which come back to it as they were given. */
  @SuppressWarnings("unchecked")
  private static SessionRepository<Session> rows(SessionRepository<?> library) {
    return (SessionRepository<Session>) library;
  }

  @Override
  public StoredSession createSession() {
    Session row = rows.createSession();
    return new StoredSession(row, ids.takeSecret(), ids);
  }

  /** From now on the thread reads each session once, until {@link #forget()}. */
  public void remember() {
    ofRequest.set(new HashMap<>());
  }

  /** The request is over. */
  public void forget() {
    ofRequest.remove();
  }

  private Map<String, StoredSession> remembered() {
    Map<String, StoredSession> known = ofRequest.get();
    return known == null ? new HashMap<>() : known;
  }

  /** Writes what has changed; nothing, if nothing has. */
  @Override
  public void save(StoredSession session) {
    rows.save(session.row());
    remembered().put(session.getId(), session);
  }

  @Override
  public StoredSession findById(String secret) {
    return remembered().computeIfAbsent(secret, this::read);
  }

  private StoredSession read(String secret) {
    Session row = rows.findById(SessionIds.hash(secret));
    return row == null ? null : new StoredSession(row, secret, ids);
  }

  @Override
  public void deleteById(String secret) {
    rows.deleteById(SessionIds.hash(secret));
    remembered().remove(secret);
  }

  /** One statement on an index; several nodes may do it, the second finds nothing left. */
  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT15M")
  void deleteExpired() {
    library.cleanUpExpiredSessions();
  }
}
