// Parses structure and metadata without tagging: title, issuer, number, date, region, and the outline.
import { parseDocument } from 'zhengce';

const text = `云南省人民政府办公厅关于印发《云南省智慧口岸建设方案》的通知
云政办发〔2024〕12号
各州、市人民政府，省直各委、办、厅、局：
现将《云南省智慧口岸建设方案》印发给你们，请认真贯彻执行。
云南省人民政府办公厅
2024年3月8日
云南省智慧口岸建设方案
一、工作目标
到2026年，全部陆路口岸实现货物智能查验。
二、主要任务
（一）升级通关设施。安装车牌和箱号识别设备。
（二）打通数据。对接海关、边检和交通运输系统。`;
const document = parseDocument(text, { id: 'port' });
console.log(document.title);
console.log(
  document.issuer.join('、'),
  document.documentNumber,
  document.issuedOn,
  document.region?.name,
);
const print = (section) => {
  console.log('  '.repeat(section.level - 1) + section.label);
  section.children.forEach(print);
};
document.sections.forEach(print);
