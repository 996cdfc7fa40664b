package io.playledger.access.identity.erasure;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the erasure of persons and the export of their data. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureSettings.class)
@Import({
  OpenBusiness.class,
  Erasure.class,
  ErasedTraces.class,
  ErasureUpkeep.class,
  AccountRecords.class,
  PersonalExport.class,
  ExportAnswers.class
})
class ErasureConfiguration {}
