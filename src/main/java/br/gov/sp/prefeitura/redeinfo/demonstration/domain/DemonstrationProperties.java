package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demonstration's data.
 *
 * @param enabled whether there are any; nothing of this module exists otherwise
 * @param prepareAtStart whether the data are prepared behind the sign-in page as soon as the
 *     application is up; tests prepare them themselves
 * @param password of all accounts that can sign in; publicly known
 * @param threads how many bodies are prepared at a time
 * @param bodies slugs of the bodies to prepare; empty for all
 */
@ConfigurationProperties("rede-info.demonstration")
record DemonstrationProperties(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("true") boolean prepareAtStart,
    @DefaultValue("rede-aberta-2017") String password,
    @DefaultValue("2") int threads,
    @DefaultValue Set<String> bodies) {

  boolean includes(String slug) {
    return bodies.isEmpty() || bodies.contains(slug);
  }
}
