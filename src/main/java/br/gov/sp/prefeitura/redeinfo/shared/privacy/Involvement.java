package br.gov.sp.prefeitura.redeinfo.shared.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Who still has to do with the network. A person is made anonymous only when no module says that
 * they had since the moment.
 */
public interface Involvement {

  /** Of these persons those who did something, or whom something concerned, since the moment. */
  Set<Long> since(Instant moment, Collection<Long> persons);
}
