/** How the reference groups the operations on residents, and what they are called in Chinese. */
import type { Group } from "./group.ts";

/** Groups of the residents' register in the order of the reference. */
export const residentsGroups: readonly Group[] = [
  {
    tag: "me",
    name: ["本人", "Me"],
    description: ["令牌所代表的人", "who the token stands for"],
    operations: {
      getMe: "我是谁：令牌所代表的人、其角色与社区，以及本人在名册上的记录",
    },
  },
  {
    tag: "communities",
    name: ["社区", "Communities"],
    description: ["本区的社区及其资金池", "the district's communities, each with its pools"],
    operations: {
      listCommunities: "本区的社区列表",
      createCommunity: "新增社区并开设其资金池；code 即其编号",
      getCommunity: "查询一个社区",
      updateCommunity: "修改社区的名称或地址；null 表示删去地址",
    },
  },
  {
    tag: "units",
    name: ["楼栋与房屋", "Buildings & units"],
    description: [
      "楼栋、房屋、面积与产权人；一户一票、按面积表决以此为准",
      "buildings and their units, with areas and owners, which votes by unit or by area count",
    ],
    operations: {
      createBuilding: "新增楼栋；名称在社区内唯一",
      listBuildings: "社区的楼栋，按名称排列，本社区居民与工作人员可见",
      createUnit: "新增房屋及其面积与产权人；房号在楼栋内唯一",
      listUnits: "社区或某楼栋的房屋，附面积与产权人，供工作人员使用",
      getUnit: "查询房屋：产权人、住户与本社区工作人员可见",
      listUnitVersions: "房屋登记的历次内容：面积及其来源、用途与产权人，最近被替换的在前",
      updateUnit: "更正房屋的面积或用途，或登记新的产权人",
    },
  },
  {
    tag: "residents",
    name: ["居民", "Residents"],
    description: [
      "名册上的居民；个人信息的查阅权与删除权",
      "people on the roll; the right to see and to erase one's data",
    ],
    operations: {
      createResident: "登记居民并开设其账户",
      listResidents: "社区名册上的居民，供工作人员使用",
      searchResidents: "按姓名、电话或房屋查找名册上的居民；条件写在请求体中，姓名不进入网址与日志",
      getResident: "查询居民资料：本人、代理人与本社区工作人员可见",
      updateResident: "更正居民资料：电话与语言由本人或代理人修改，管家可改全部；null 表示删去",
      getResidentData: "查阅某人被保存的全部资料（查阅权）",
      eraseResident: "删除个人资料（删除权）：保留注销标记，账目只留匿名编号",
    },
  },
  {
    tag: "rolls",
    name: ["名册导入", "Roll imports"],
    description: ["用 CSV 导入社区名册", "a community's roll imported from CSV"],
    operations: {
      importRoll: "导入社区名册：无误的行入册，有误的行逐一列出；可安全重发",
    },
  },
  {
    tag: "households",
    name: ["户", "Households"],
    description: ["同住的一户人及其共用钱包", "people who live together, and the wallet that they share"],
    operations: {
      createHousehold: "立户：由若干居民组成，成员共用一个钱包",
      getHousehold: "查询户：成员与本社区工作人员可见",
      moveHousehold: "整户搬迁，成员一并迁移；null 表示新居不在册",
      addHouseholdMember: "居民入户；已是成员的不变",
      removeHouseholdMember: "退出或移出户；不是成员的不变",
    },
  },
  {
    tag: "organisations",
    name: ["组织", "Organisations"],
    description: [
      "社会组织、商户等及其账户与代表",
      "associations, shops and the like, with their accounts and representatives",
    ],
    operations: {
      createOrganisation: "登记组织并开设其账户；代表可支配这些账户",
      listOrganisations: "社区的组织列表，本社区居民与工作人员可见",
      getOrganisation: "查询一个组织",
      updateOrganisation: "更正组织资料，或变更可支配其账户的代表；null 表示删去统一社会信用代码",
    },
  },
  {
    tag: "roles",
    name: ["角色", "Roles"],
    description: ["谁在哪些社区担任什么角色", "who holds which role in which communities"],
    operations: {
      grantRole: "授予角色：在若干社区担任；此后签发的令牌生效",
      listRoleGrants: "某人的角色，含已收回的；本人与区管理员可见",
      revokeRole: "收回角色；含该角色的令牌十秒内失效",
    },
  },
  {
    tag: "proxies",
    name: ["代理", "Proxies"],
    description: [
      "监护人或代理人在约定范围与期限内代为办理",
      "guardians and proxies who act for another, within a scope and a term",
    ],
    operations: {
      createProxy: "登记代理：一人在若干事项上代另一人办理，有起止时刻",
      listProxies: "谁可代 person 办理，或 proxy 可代谁办理；二者填其一",
      revokeProxy: "立即终止代理：被代理人、代理人或管家均可",
    },
  },
  {
    tag: "kinships",
    name: ["亲属关系", "Kinships"],
    description: [
      "居民之间的亲属关系，用于转赠与代为兑换",
      "how residents are related, which giving and redeeming for relatives ask about",
    ],
    operations: {
      recordKinship: "登记两位居民的亲属关系：a 是 b 的什么人",
      listKinships: "居民的亲属关系，含已终止的",
      endKinship: "终止亲属关系，例如离婚",
    },
  },
];
