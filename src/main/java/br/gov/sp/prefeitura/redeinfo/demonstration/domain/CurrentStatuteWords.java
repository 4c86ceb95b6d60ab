package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

/** The second version's text, invented: what changed shows in the comparison. */
final class CurrentStatuteWords {

  static final String PRINCIPLES =
      """
      Texto fictício, escrito para a demonstração.

      A Rede INFO Aberta reúne agentes públicos pelo acesso à informação, pelo governo aberto e pela \
      participação social. Transparência é a regra e o sigilo, a exceção.

      A rede trabalha por colaboração entre os órgãos e com a sociedade: quem aprende ensina, e o \
      que um órgão resolve serve aos outros.

      O que a rede faz é público, em linguagem simples e em dados abertos.
      """;

  static final String ROLES =
      """
      Cada órgão indica duas pessoas para o acesso à informação e duas para o governo aberto: \
      titular e suplente. Ao menos uma de cada dupla é servidora efetiva.

      Quem tem interesse participa sem indicação, como pessoa voluntária, e é lembrado quando uma \
      vaga se abre no seu órgão. A coordenação cabe à unidade de governo aberto da Prefeitura.

      Em maio e em novembro cada órgão confirma as suas indicações.
      """;

  static final String DUTIES =
      """
      Participar das formações e dos encontros trimestrais, responder aos pedidos de informação no \
      prazo e levar ao órgão o que a rede combina.

      Ensinar no próprio órgão o que aprendeu, ao menos uma vez por ano.

      Avisar a coordenação quando deixar o órgão ou a função, e passar adiante o que estiver em \
      andamento.
      """;

  static final String ACTIVITIES =
      """
      Formações durante todo o ano, na escola municipal e nos órgãos; quatro encontros com o CIGA e \
      a São Paulo Aberta; novos projetos-piloto, da ideia à avaliação publicada.

      As metas e os prazos estão no plano de atividades.
      """;

  private CurrentStatuteWords() {}
}
