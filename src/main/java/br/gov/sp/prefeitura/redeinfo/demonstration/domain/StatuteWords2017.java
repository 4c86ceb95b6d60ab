package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

/** The text of 2017 in our own words: the ordinance's is longer, and not ours to tell. */
final class StatuteWords2017 {

  static final String PRINCIPLES =
      """
      Texto fictício, escrito para a demonstração.

      A Rede INFO Aberta reúne agentes públicos pelo acesso à informação e pelo governo aberto. \
      Transparência é a regra e o sigilo, a exceção.

      A rede trabalha por colaboração entre os órgãos: quem aprende ensina, e o que um órgão resolve \
      serve aos outros.
      """;

  static final String ROLES =
      """
      Cada órgão indica duas pessoas para o acesso à informação e duas para o governo aberto: \
      titular e suplente. Ao menos uma de cada dupla é servidora efetiva.

      Quem tem interesse participa sem indicação, como pessoa voluntária. A coordenação cabe à \
      Coordenadoria de Promoção da Integridade.
      """;

  static final String DUTIES =
      """
      Participar das formações e dos encontros, responder aos pedidos de informação no prazo e levar \
      ao órgão o que a rede combina.

      Avisar a coordenação quando deixar o órgão ou a função.
      """;

  static final String ACTIVITIES =
      """
      Curso de acesso à informação com a escola municipal; quatro oficinas de governo aberto, de \
      junho a dezembro; encontros com o CIGA e a São Paulo Aberta; um encontro com altas autoridades.

      Ao fim do ano os órgãos apresentam projetos-piloto, para executar a partir de 2018.
      """;

  private StatuteWords2017() {}
}
