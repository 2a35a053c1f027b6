/** Examples of the residents' operations, by operation id: those that send a body. */
import { ROLL_COLUMNS } from "../residents/roll.ts";
import { ANN, BO, BUILDING, CY, type Examples, UNIT } from "./ids.ts";

const roll = (name: string, building: string) =>
  [
    ROLL_COLUMNS.join(","),
    `R-0001,${name},1958-03-12,13800000001,female,${building},3-201,89.50,registry,100,H-1,120`,
    "",
  ].join("\n");

const organisation = (name: string) => ({ name, kind: "property-company", representatives: [ANN] });

const proxy = (evidence: string) => ({
  ...{ person: ANN, proxy: BO, scopes: ["ledger", "services"], evidence },
  ...{ validFrom: "2026-11-23T00:00:00+08:00", validUntil: "2027-11-23T00:00:00+08:00" },
});

/** Examples of the residents context. */
export const residentsExamples: Examples = {
  createCommunity: {
    request: { code: "xinyuan", name: { zh: "新苑社区", en: "Xinyuan" }, address: "中兴路 18 号" },
    requestEn: { code: "xinyuan", name: { zh: "新苑社区", en: "Xinyuan" }, address: "18 Zhongxing Road" },
  },
  updateCommunity: {
    request: { address: "湖滨路 6 号" },
    requestEn: { address: "6 Lakeside Road" },
  },
  createBuilding: { request: { name: "3 号楼" }, requestEn: { name: "Building 3" } },
  createUnit: {
    request: {
      buildingId: BUILDING,
      number: "3-1-502",
      area: 8_950,
      areaSource: "registry",
      owners: [
        { residentId: ANN, shareBps: 5_000 },
        { residentId: BO, shareBps: 5_000 },
      ],
    },
  },
  updateUnit: { request: { owners: [{ residentId: BO, shareBps: 10_000 }] } },
  createResident: {
    request: { name: "王秀英", birthDate: "1951-05-20", phone: "13800000002", sex: "female", languages: ["zh"] },
    requestEn: { name: "Wang Xiuying", birthDate: "1951-05-20", phone: "+8613800000002", languages: ["zh", "en"] },
  },
  searchResidents: {
    request: { name: "王", phone: "0002" },
    requestEn: { name: "wang", phone: "0002" },
  },
  updateResident: { request: { phone: "13800000003" } },
  eraseResident: { request: { forfeit: true, reason: "own-request" } },
  createHousehold: { request: { members: [ANN, BO] } },
  moveHousehold: { request: { unitId: UNIT } },
  addHouseholdMember: { request: { residentId: CY } },
  createOrganisation: {
    request: organisation("鹭境物业服务有限公司"),
    requestEn: organisation("Lujing Property Services"),
  },
  updateOrganisation: { request: { representatives: [BO] } },
  grantRole: { request: { subject: BO, role: "steward", communities: ["lujing"] } },
  createProxy: { request: proxy("监护证明 2026-118"), requestEn: proxy("Certificate of guardianship 2026-118") },
  recordKinship: { request: { a: BO, b: ANN, kind: "child" } },
  importRoll: { request: roll("李建国", "5 号楼"), requestEn: roll("Li Jianguo", "Building 5") },
};
