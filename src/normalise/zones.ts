/**
 * Zone abbreviations with one meaning, minutes east of UTC: RFC 822, section 5.1, and the common European and East
 * Asian ones. CST is left out on purpose: here it may be China or Central America.
 */
export const zoneMinutes: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  HKT: 480,
  JST: 540,
  KST: 540,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};
